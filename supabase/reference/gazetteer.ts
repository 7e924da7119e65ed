import { DEGREES_PER_STEP, WALLOON_PROVINCES } from '../../src/lib/domain/place/gazetteer.ts';
import { keyOf, wordsOf } from '../../src/lib/domain/place/placeText.ts';
import type { LocalityRow, OutsideRow, Sources } from './sources.ts';

/**
 * `src/lib/domain/place/gazetteer.json`: names beside the official ones, packed for a phone. What each string holds is read
 * back in `gazetteer.ts` beside it.
 */
export function gazetteer(sources: Sources): string {
	const { localities, otherNames, placeSizes, outsidePlaces } = sources;
	const centres = new Map(sources.municipalities.map((row) => [row.nis_code, row]));
	const areas = [...WALLOON_PROVINCES, 'NL', 'FR', 'LU', 'DE'];
	return JSON.stringify({
		localities: grouped(
			localities,
			({ nis_code }) => nis_code,
			(rows) => rows.map((row) => packedLocality(row, centres.get(row.nis_code))).join(';')
		),
		others: grouped(
			otherNames,
			({ nis_code }) => nis_code,
			(rows) =>
				Object.entries(
					grouped(
						rows,
						({ place_name }) => place_name,
						(of) => of.map(({ other_name }) => other_name).join(',')
					)
				)
					.map(([name, others]) => `${name}=${others}`)
					.join(';')
		),
		sizes: grouped(
			placeSizes.filter(isShared(sources)),
			({ nis_code }) => nis_code,
			(rows) => rows.map(({ place_name, inhabitants }) => `${place_name}=${inhabitants}`).join(';')
		),
		words: sources.everydayWords.map(({ word }) => word).join(' '),
		outside: Object.fromEntries(
			areas.map((area) => [
				area,
				outsidePlaces
					.filter(({ country, province }) => (province ?? country) === area)
					.map(packedOutside)
					.join(';')
			])
		)
	});
}

function packedLocality(
	{ name, name_fr, other_names, class: kind, lon, lat }: LocalityRow,
	centre: { centroid_lon: number; centroid_lat: number } | undefined
): string {
	const steps = (degrees: number) => Math.round(degrees / DEGREES_PER_STEP);
	const place = `${steps(lon - (centre?.centroid_lon ?? lon))},${steps(lat - (centre?.centroid_lat ?? lat))}`;
	const names = [name_fr ? `${name}/${name_fr}` : name, ...other_names].join('~');
	return `${MARKS[kind]}${names}@${place}`;
}

/** Before a name: what kind of place it is. */
const MARKS: Readonly<Record<LocalityRow['class'], string>> = { village: '+', hamlet: '', spot: '!' };

function packedOutside({ name, name_nl, name_fr, name_en, other_names, postcodes }: OutsideRow): string {
	const names = [name, name_nl ?? '', name_fr ?? '', name_en ?? '', ...other_names].join('|');
	return [...postcodes, names.replace(/\|+$/, '')].join(' ');
}

/** Whether places of several municipalities have the name of a row: only then its size decides. */
function isShared({ municipalities, postcodes }: Sources) {
	const codes = new Map<string, Set<string>>();
	const add = (name: string, nisCode: string) => {
		const key = keyOf(wordsOf(name));
		codes.set(key, (codes.get(key) ?? new Set()).add(nisCode));
	};
	for (const { nis_code, name_nl, merged_from } of municipalities) {
		for (const name of [name_nl, ...merged_from.map((former) => former.name)]) add(name, nis_code);
	}
	for (const { nis_code, place_name } of postcodes) add(place_name, nis_code);
	return ({ place_name }: { place_name: string }) => (codes.get(keyOf(wordsOf(place_name)))?.size ?? 0) > 1;
}

/** What `pack` makes of the rows with the same `key`, in the order of the file. */
function grouped<Row>(
	rows: readonly Row[],
	key: (row: Row) => string,
	pack: (rows: Row[]) => string
): Record<string, string> {
	const groups = Map.groupBy(rows, key);
	return Object.fromEntries([...groups].map(([name, of]) => [name, pack(of)]));
}
