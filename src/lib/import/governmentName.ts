/** What people call a local government in a file: "Stad Gent", "gemeentebestuur Beveren", "CPAS de Schaerbeek", "St.-Niklaas (OCMW)". */
import type { LocalGovernmentKind } from '../domain/government/fields.ts';
import { slugOf } from '../domain/text/slug.ts';

/** Both bodies of one municipality, or a name that both go by. */
const EITHER = 'lokaal-bestuur pouvoir-local administration-locale local-government bestuur';
const GEMEENTE =
	'stadsbestuur stad gemeentebestuur gemeente administration-communale commune ville municipality city';
const OCMW = 'openbaar-centrum-voor-maatschappelijk-welzijn centre-public-d-action-sociale ocmw cpas pcsw';
const LINK = '(?:-(?:van|de|du|des|d|of|the|voor|en|et|and))*';

const words = (list: string): string => list.split(' ').join('|');
const FORMS: readonly (readonly [RegExp, LocalGovernmentKind | null])[] = [
	[form(`(?:${words(GEMEENTE)})${LINK}-(?:${words(OCMW)})`), null],
	[form(`(?:${words(OCMW)})${LINK}-(?:${words(GEMEENTE)})`), null],
	[form(words(EITHER)), null],
	[form(words(GEMEENTE)), 'gemeente'],
	[form(words(OCMW)), 'ocmw']
];

/** In front of the name, or behind it. */
function form(body: string): RegExp {
	return new RegExp(`^(?:(?:${body})${LINK}-(?<after>.+)|(?<before>.+?)-(?:${body}))$`);
}

export interface GovernmentName {
	/** What its municipality may be called, as slugs: as it stands first, then with what is short written out. */
	slugs: string[];
	/** null when the name is that of both. */
	kind: LocalGovernmentKind | null;
}

/** @param text a cell; its name as a whole has been looked for already */
export function readGovernmentName(text: string): GovernmentName {
	// "O.C.M.W." is one word.
	const slug = slugOf(text.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1'));
	for (const [pattern, kind] of FORMS) {
		const { after, before } = pattern.exec(slug)?.groups ?? {};
		const name = after ?? before;
		if (name) return { slugs: writtenOut(name), kind };
	}
	return { slugs: writtenOut(slug), kind: null };
}

/** "St" is Sint in Sint-Niklaas and Saint in Saint-Gilles. */
function writtenOut(slug: string): string[] {
	const full = ['sint', 'saint', 'sainte'].map((saint) => slug.replace(/(^|-)ste?(?=-)/g, `$1${saint}`));
	return [...new Set([slug, ...full])];
}
