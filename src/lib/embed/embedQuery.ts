/** What a page for another site shows, as it stands in its address: fixed by that site, not by its visitors. */
import { KINDS, PROVINCES, type LocalGovernmentKind, type ProvinceSlug } from '$lib/domain/directory';
import { readUrl } from '$lib/domain/urlQuery';

/** `loket`: the desks of a municipality; `kaart`: who takes part and where the desks are. */
export const EMBEDS = ['loket', 'kaart'] as const;
export type Embed = (typeof EMBEDS)[number];

export const SCHEMES = ['licht', 'donker'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface EmbedQuery {
	/** Slug or NIS code. */
	gemeente: string | null;
	provincie: ProvinceSlug[];
	/** Only desks of the municipalities' own administrations, or of the OCMWs. */
	soort: LocalGovernmentKind[];
	/** Slug of the one desk that is shown. */
	loket: string | null;
	/** Language spoken at the desk: BCP 47 tag. */
	taal: string | null;
	/** Only desks that a wheelchair gets into. */
	rolstoel: boolean;
	/** null = as the visitor's device has it. */
	kleur: Scheme | null;
	/** False where the page around it has a heading of its own: then ours is read out only. */
	titel: boolean;
}

/** For whoever keeps the answers. */
export const EMBED_PARAMETERS: readonly (keyof EmbedQuery)[] = [
	'gemeente',
	'provincie',
	'soort',
	'loket',
	'taal',
	'rolstoel',
	'kleur',
	'titel'
];

/** Reads the query of a URL. What it cannot use is left out: the page shows by its heading what it is about. */
export function parseEmbedQuery(params: URLSearchParams): EmbedQuery {
	const read = readUrl<keyof EmbedQuery>(params);
	const taal = read.text('taal');
	return {
		gemeente: read.slug('gemeente'),
		provincie: read.several(
			'provincie',
			PROVINCES.map(({ slug }) => slug)
		),
		soort: read.several('soort', KINDS),
		loket: read.slug('loket'),
		taal: /^[a-z]{2,3}$/.test(taal) ? taal : null,
		rolstoel: read.one('rolstoel', ['ja']) === 'ja',
		kleur: read.one('kleur', SCHEMES),
		titel: read.one('titel', ['nee']) === null
	};
}

/** The shortest query string that means the same, with its question mark; '' for everything as it is. */
export function embedSearchString(query: Partial<EmbedQuery>): string {
	const params = new URLSearchParams();
	if (query.gemeente) params.set('gemeente', query.gemeente);
	for (const parameter of ['provincie', 'soort'] as const) {
		for (const value of query[parameter] ?? []) params.append(parameter, value);
	}
	if (query.loket) params.set('loket', query.loket);
	if (query.taal) params.set('taal', query.taal);
	if (query.rolstoel) params.set('rolstoel', 'ja');
	if (query.kleur) params.set('kleur', query.kleur);
	if (query.titel === false) params.set('titel', 'nee');
	const text = params.toString();
	return text && `?${text}`;
}
