/**
 * Names of places that stand in no official list: hamlets, districts and well-known spots, other names of places that we
 * know, and places outside Flanders and Brussels. Made by `npm run data:generate` from open data.
 */
import packed from './gazetteer.json' with { type: 'json' };

/** A place within a municipality. */
export interface Locality {
	nisCode: string;
	name: string;
	/** null where both languages use the same name. */
	nameFr: string | null;
	/** Further names that lead to it. */
	others: string[];
	/** A village before a hamlet of the same name. */
	isVillage: boolean;
	/** People go there and few live there: a hospital, a park. */
	isSpot: boolean;
	/** Degrees east and north of the centre of its municipality, to some hundred metres. */
	east: number;
	north: number;
}

export const OUTSIDE_COUNTRIES = ['BE', 'NL', 'FR', 'LU', 'DE'] as const;
export type OutsideCountry = (typeof OUTSIDE_COUNTRIES)[number];
/** ISO 3166-2. */
export const WALLOON_PROVINCES = ['BE-WBR', 'BE-WHT', 'BE-WLG', 'BE-WLX', 'BE-WNA'] as const;
export type WalloonProvince = (typeof WALLOON_PROVINCES)[number];

/** A place outside Flanders and Brussels: in Wallonia where the country is Belgium. */
export interface OutsideName {
	country: OutsideCountry;
	/** null outside Belgium. */
	province: WalloonProvince | null;
	/** As it is called in each language. */
	names: { nl: string; fr: string; en: string };
	/** Everything that leads to it, its local name first. */
	searched: string[];
	/** Belgian ones, 4 digits. */
	postcodes: string[];
}

/** How much of a degree the packed distances count. */
export const DEGREES_PER_STEP = 0.002;

/** Every locality; the municipalities are those of the day on which the file was made. */
export function localities(): Locality[] {
	return Object.entries(packed.localities).flatMap(([nisCode, list]) =>
		list.split(';').map((item) => {
			const [names = '', place = ''] = item.split('@');
			const [both = '', ...others] = names.replace(/^[+!]/, '').split('~');
			const [name = '', nameFr = null] = both.split('/');
			const [east = 0, north = 0] = place.split(',').map((steps) => Number(steps) * DEGREES_PER_STEP);
			return {
				nisCode,
				name,
				nameFr,
				others,
				isVillage: item.startsWith('+'),
				isSpot: item.startsWith('!'),
				east,
				north
			};
		})
	);
}

/** NIS code, the name of a place in it, and another name of that place: in French, or as it was once written. */
export function otherNames(): { nisCode: string; name: string; other: string }[] {
	return Object.entries(packed.others).flatMap(([nisCode, list]) =>
		list.split(';').flatMap((item) => {
			const [name = '', others = ''] = item.split('=');
			return others.split(',').map((other) => ({ nisCode, name, other }));
		})
	);
}

/** Inhabitants of the places whose name several have, by NIS code and name. */
export function inhabitants(): { nisCode: string; name: string; count: number }[] {
	return Object.entries(packed.sizes).flatMap(([nisCode, list]) =>
		list.split(';').map((item) => {
			const [name = '', count = ''] = item.split('=');
			return { nisCode, name, count: Number(count) };
		})
	);
}

/** Words of Dutch and French that are one letter from a name, or part of one, and are meant as words. Without accents. */
export const everydayWords = (): ReadonlySet<string> => new Set(packed.words.split(' '));

export function outsideNames(): OutsideName[] {
	return Object.entries(packed.outside).flatMap(([area, list]) =>
		list.split(';').map((item) => {
			const country = OUTSIDE_COUNTRIES.find((one) => area.startsWith(one)) ?? 'BE';
			const province = WALLOON_PROVINCES.find((one) => one === area) ?? null;
			const postcodes = /^[\d ]*/.exec(item)?.[0].trim().split(' ').filter(Boolean) ?? [];
			const [local = '', nl, fr, en, ...others] = item.replace(/^[\d ]*/, '').split('|');
			const names = { nl: nl || local, fr: fr || local, en: en || local };
			const searched = [...new Set([local, names.nl, names.fr, names.en, ...others])];
			return { country, province, names, searched, postcodes };
		})
	);
}
