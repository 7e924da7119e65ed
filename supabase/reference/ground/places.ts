import type { Sources } from '../sources.ts';
import type { LandscapeFeature } from './landscape.ts';

/**
 * The villages and parts of towns that have a postal name of their own, the largest first. A municipality has its name from
 * elsewhere on the map.
 */
export function villages({ postcodes, placeSizes }: Sources): LandscapeFeature[] {
	const sizes = new Map(placeSizes.map((row) => [`${row.nis_code} ${row.place_name}`, row.inhabitants]));
	const rows = postcodes.filter(({ kind }) => kind === 'plaats');
	const dutch = rows.filter(({ lang }) => lang === 'nl');
	const found = new Map<string, LandscapeFeature>();
	for (const { postcode, place_name: name, nis_code: nisCode, lon, lat } of dutch) {
		const key = `${nisCode} ${name}`;
		if (found.has(key)) continue;
		const french = rows.find((row) => row.lang === 'fr' && row.postcode === postcode && row.lon === lon);
		found.set(key, {
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [lon, lat] },
			properties: {
				c: 'v',
				n: name,
				...(french ? { fr: french.place_name } : {}),
				i: sizes.get(key) ?? 0
			}
		});
	}
	return [...found.values()].sort((a, b) => (b.properties.i ?? 0) - (a.properties.i ?? 0));
}

/** Towns of the neighbours with the names that the gazetteer has of them in our three languages. */
export function withNames(
	towns: readonly LandscapeFeature[],
	{ outsidePlaces }: Sources
): LandscapeFeature[] {
	const named = Map.groupBy(outsidePlaces, ({ name }) => name);
	return towns.map((town) => {
		const { n = '', nl } = town.properties;
		const [known, another] = named.get(n) ?? [];
		// Two of that name: which one this is cannot be told.
		if (!known || another) return town;
		const names = { nl: nl ?? known.name_nl, fr: known.name_fr, en: known.name_en };
		const others = Object.entries(names).filter(([, name]) => name && name !== n);
		return { ...town, properties: { ...town.properties, ...Object.fromEntries(others) } };
	});
}
