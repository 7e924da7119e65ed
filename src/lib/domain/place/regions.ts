/** Parts of the country that have a name and are not one place: provinces, and areas that no border is drawn around. */
import type { ProvinceSlug } from '../directory/directory.ts';
import { looseKeyOf } from './placeText.ts';

interface Region {
	/** Joined keys, in whatever language. */
	names: string;
	/** First two digits of the NIS codes, the arrondissements, that somebody who says this beside a name can mean. */
	codes: string;
	/** Where somebody who says nothing else is led to. */
	provinces: readonly ProvinceSlug[];
}

const FLEMISH: readonly ProvinceSlug[] = [
	'antwerpen',
	'limburg',
	'oost-vlaanderen',
	'vlaams-brabant',
	'west-vlaanderen'
];

const PROVINCES: readonly Region[] = [
	{ names: 'antwerpen anvers antwerp', codes: '11 12 13', provinces: ['antwerpen'] },
	{ names: 'limburg limbourg', codes: '71 72 73', provinces: ['limburg'] },
	{
		names: 'oostvlaanderen ovl flandreorientale eastflanders',
		codes: '41 42 43 44 45 46',
		provinces: ['oost-vlaanderen']
	},
	{
		names: 'vlaamsbrabant brabantflamand flemishbrabant',
		codes: '23 24',
		provinces: ['vlaams-brabant']
	},
	{
		names: 'westvlaanderen wvl flandreoccidentale westflanders',
		codes: '31 32 33 34 35 36 37 38',
		provinces: ['west-vlaanderen']
	},
	{ names: 'brussel bruxelles brussels brusselshoofdstedelijk', codes: '21', provinces: ['brussel'] }
];

const AREAS: readonly Region[] = [
	{
		names: 'kempen kempenland noorderkempen campine',
		codes: '11 12 13 24 71 72',
		provinces: ['antwerpen', 'limburg']
	},
	{ names: 'waasland waas waes', codes: '42 44 46', provinces: ['oost-vlaanderen'] },
	{ names: 'leiestreek', codes: '34 37 44', provinces: ['oost-vlaanderen', 'west-vlaanderen'] },
	{ names: 'scheldeland', codes: '11 12 34 42 44 45 46', provinces: ['antwerpen', 'oost-vlaanderen'] },
	{ names: 'denderstreek', codes: '41 42 45', provinces: ['oost-vlaanderen'] },
	{ names: 'brabant', codes: '21 23 24', provinces: ['vlaams-brabant'] },
	{ names: 'hageland', codes: '24', provinces: ['vlaams-brabant'] },
	{ names: 'pajottenland', codes: '23', provinces: ['vlaams-brabant'] },
	{ names: 'haspengouw hesbaye', codes: '24 71 73', provinces: ['limburg', 'vlaams-brabant'] },
	{ names: 'maasland', codes: '72 73', provinces: ['limburg'] },
	{ names: 'voerstreek', codes: '73', provinces: ['limburg'] },
	{ names: 'meetjesland', codes: '43 44', provinces: ['oost-vlaanderen'] },
	{ names: 'vlaamseardennen', codes: '41 45', provinces: ['oost-vlaanderen'] },
	{ names: 'westhoek', codes: '32 33 38', provinces: ['west-vlaanderen'] },
	{ names: 'kust', codes: '31 35 38', provinces: ['west-vlaanderen'] },
	{ names: 'polders', codes: '11 31 35 38 43', provinces: ['oost-vlaanderen', 'west-vlaanderen'] },
	{
		names: 'vlaanderen flandre flandres flanders',
		codes: '31 32 33 34 35 36 37 38 41 42 43 44 45 46',
		provinces: FLEMISH
	},
	{
		names: 'brusselsgewest brusselshoofdstedelijkgewest regionbruxellescapitale brusselscapitalregion',
		codes: '21',
		provinces: ['brussel']
	},
	{ names: 'vlaamsgewest regionflamande flemishregion', codes: '', provinces: FLEMISH },
	{ names: 'ardennen ardennes europa europe', codes: '', provinces: [] }
];

/** They say where a place is only beside its name: rivers, and words for a whole area. */
const BESIDE_A_NAME: readonly (readonly [names: string, codes: string])[] = [
	['leie lys', '34 37 44'],
	['schelde escaut', '11 12 34 42 44 45 46'],
	['dender', '41 42 45'],
	['maas', '72 73'],
	['ardennen', '41 45'],
	['ijzer yser', '32 33 38'],
	['zee', '31 35 38']
];

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean));
const keyed = <T>(rows: readonly (readonly [names: string, value: T])[]): ReadonlyMap<string, T> =>
	new Map(rows.flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)));

const codesByName = keyed(
	[...[...PROVINCES, ...AREAS].map(({ names, codes }) => [names, codes] as const), ...BESIDE_A_NAME].flatMap(
		([names, codes]) => (codes ? [[names, setOf(codes)] as const] : [])
	)
);
const provinces = keyed(PROVINCES.map((region) => [region.names, region.provinces] as const));
const areas = keyed(AREAS.map((region) => [region.names, region.provinces] as const));
/** What they are called after is a city or a part of it: without saying so, that is meant. */
const CITIES = setOf('antwerpen anvers antwerp brussel bruxelles brussels');
const KINDS = setOf('provincie province provinz gewest');
const standsAlone = (key: string): boolean => areas.has(key) || (provinces.has(key) && !CITIES.has(key));

/** Whether a municipality lies in the part of the country with this name; undefined when none has it. Of a joined key. */
export function regionNamed(key: string): ((nisCode: string) => boolean) | undefined {
	const codes = codesByName.get(key);
	return codes && ((nisCode) => codes.has(nisCode.slice(0, 2)));
}

/** Whether it is the name of a part of the country and of no place. */
export const isRegion = (words: readonly string[]): boolean =>
	standsAlone(looseKeyOf(words)) || words.every(standsAlone);

/**
 * The provinces of the part of the country that is meant, and whether the words say that they mean one: "provincie
 * Antwerpen" does, "Limburg" does not. @returns null for what is no part of the country, or lies outside the provinces
 */
export function regionMeant(
	words: readonly string[]
): { provinces: readonly ProvinceSlug[]; isSaid: boolean } | null {
	const names = words.filter((word) => !KINDS.has(word));
	const isSaid = names.length < words.length;
	const found =
		areas.get(looseKeyOf(words)) ??
		areas.get(looseKeyOf(names)) ??
		(isSaid || !CITIES.has(looseKeyOf(names)) ? provinces.get(looseKeyOf(names)) : undefined);
	return found && found.length > 0 ? { provinces: found, isSaid } : null;
}
