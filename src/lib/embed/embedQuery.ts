/** What a page for another site shows, as it stands in its address: fixed by that site, not by its visitors. */
import { KINDS, PROVINCE_SLUGS } from '$lib/domain/directory/directory';
import {
	converted,
	defineQuery,
	flag,
	one,
	several,
	slug,
	unless,
	view,
	type QueryOf
} from '$lib/domain/query/query';

/** `loket`: the desks of a municipality; `kaart`: who takes part and where the desks are. */
export const EMBEDS = ['loket', 'kaart'] as const;
export type Embed = (typeof EMBEDS)[number];

export const SCHEMES = ['licht', 'donker'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const embedQuery = defineQuery({
	/** Slug or NIS code. */
	gemeente: slug(),
	provincie: several(PROVINCE_SLUGS),
	/** Only desks of the municipalities' own administrations, or of the OCMWs. */
	soort: several(KINDS),
	/** The one desk that is shown. */
	loket: slug(),
	/** Language spoken at the desk: BCP 47 tag. */
	taal: converted((text) => (/^[a-z]{2,3}$/.test(text) ? text : null)),
	/** Only desks that a wheelchair gets into. */
	rolstoel: flag('ja'),
	/** null = as the visitor's device has it. */
	kleur: view(one(SCHEMES)),
	/** False where the page around it has a heading of its own: then ours is read out only. */
	titel: unless('nee'),
	/** False where the page around it tells the opening hours itself. */
	uren: unless('nee'),
	/** Links open a new window; by default the whole page around it goes along. */
	venster: view(flag('nieuw'))
});

export type EmbedQuery = QueryOf<typeof embedQuery>;
