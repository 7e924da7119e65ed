import { isInside } from './places.ts';
import type { Sources } from './sources.ts';

/** What the sources must add up to; adapt these together with the files when they are refreshed. */
const EXPECTED = {
	flemish: 285,
	brussels: 19,
	mergersByYear: { '2019': 7, '2025': 13 },
	/** Municipalities and, on 1 January 2026, inhabitants per province. */
	provinces: {
		'10000': { municipalities: 67, population: 1931891 },
		'20001': { municipalities: 63, population: 1210797 },
		'30000': { municipalities: 62, population: 1235671 },
		'40000': { municipalities: 55, population: 1611409 },
		'70000': { municipalities: 38, population: 908582 },
		'04000': { municipalities: 19, population: 1255834 }
	},
	totalAreaKm2: 13788.1
};

/** @returns a sentence for everything in the sources that contradicts itself; empty when all is well. */
export function verify(sources: Sources): string[] {
	return [
		...municipalityProblems(sources),
		...boundaryProblems(sources),
		...postcodeProblems(sources),
		...localGovernmentProblems(sources),
		...gazetteerProblems(sources)
	];
}

function municipalityProblems({ municipalities }: Sources): string[] {
	const problems: string[] = [];
	const expect = (what: string, found: unknown, expected: unknown) => {
		if (found !== expected) problems.push(`${what}: found ${found}, expected ${expected}`);
	};
	const codes = new Set(municipalities.map((row) => row.nis_code));
	expect('different NIS codes', codes.size, municipalities.length);
	expect('different names', new Set(municipalities.map((row) => row.name_nl)).size, municipalities.length);
	const inRegion = (region: string) => municipalities.filter((row) => row.region_nl === region).length;
	expect('Flemish municipalities', inRegion('Vlaams Gewest'), EXPECTED.flemish);
	expect('Brussels municipalities', inRegion('Brussels Hoofdstedelijk Gewest'), EXPECTED.brussels);
	for (const [code, expected] of Object.entries(EXPECTED.provinces)) {
		const rows = municipalities.filter((row) => row.province_nis === code);
		const population = rows.reduce((sum, row) => sum + row.population, 0);
		expect(`municipalities in province ${code}`, rows.length, expected.municipalities);
		expect(`inhabitants of province ${code}`, population, expected.population);
	}
	const area = municipalities.reduce((sum, row) => sum + row.area_km2, 0);
	if (Math.abs(area - EXPECTED.totalAreaKm2) > 5) problems.push(`total area: ${area.toFixed(1)} km²`);
	for (const [year, count] of Object.entries(EXPECTED.mergersByYear)) {
		expect(`mergers in ${year}`, municipalities.filter((row) => row.merged_year === year).length, count);
	}
	for (const successor of municipalities) {
		for (const { nisCode, name } of successor.merged_from) {
			if (!/^\d{5}$/.test(nisCode) || !name) problems.push(`${successor.name_nl}: unreadable merged_from`);
			if (nisCode !== successor.nis_code && codes.has(nisCode)) {
				problems.push(`${name} (${nisCode}) merged but is still listed`);
			}
		}
	}
	return problems;
}

function boundaryProblems({ municipalities, polygons, topology }: Sources): string[] {
	const problems: string[] = [];
	if (polygons.size !== municipalities.length) problems.push(`${polygons.size} polygons`);
	for (const row of municipalities) {
		const properties = polygons.get(row.nis_code)?.properties;
		if (properties?.name_nl !== row.name_nl || properties.province_nis !== row.province_nis) {
			problems.push(`${row.name_nl}: no polygon with its code, name and province`);
		}
		if (!isInside(polygons.get(row.nis_code), [row.centroid_lon, row.centroid_lat])) {
			problems.push(`${row.name_nl}: the centre lies outside its polygon`);
		}
	}
	// In a sound topology a border is one arc, passed once in each direction: nothing overlaps.
	const passed = new Set<number>();
	for (const geometry of topology.objects.municipalities.geometries) {
		const arcs: unknown[] = 'arcs' in geometry ? geometry.arcs : [];
		for (const arc of arcs.flat(3)) {
			if (typeof arc !== 'number') problems.push('an arc index that is not a number');
			else if (passed.has(arc)) problems.push(`arc ${arc} is passed twice in the same direction`);
			else passed.add(arc);
		}
	}
	if (topology.objects.provinces.geometries.length !== Object.keys(EXPECTED.provinces).length) {
		problems.push(`${topology.objects.provinces.geometries.length} province polygons`);
	}
	return problems;
}

function postcodeProblems({ municipalities, postcodes, polygons }: Sources): string[] {
	const problems: string[] = [];
	const keys = new Set(postcodes.map((row) => `${row.postcode} ${row.place_name} ${row.lang}`));
	if (keys.size !== postcodes.length) problems.push('a postcode with the same place name and language twice');
	const reached = new Set(postcodes.map((row) => row.nis_code));
	for (const { nis_code, name_nl } of municipalities) {
		if (!reached.has(nis_code)) problems.push(`${name_nl} has no postcode`);
	}
	for (const row of postcodes) {
		if (!isInside(polygons.get(row.nis_code), [row.lon, row.lat])) {
			problems.push(`${row.postcode} ${row.place_name}: the point lies outside municipality ${row.nis_code}`);
		}
	}
	return problems;
}

function localGovernmentProblems({ municipalities, localGovernments }: Sources): string[] {
	const problems: string[] = [];
	const flemish = new Set(
		municipalities.filter((row) => row.region_nl === 'Vlaams Gewest').map((row) => row.nis_code)
	);
	for (const kind of ['gemeente', 'ocmw'] as const) {
		const rows = localGovernments.filter((row) => row.type === kind);
		const codes = new Set(rows.map((row) => row.nis_code).filter((code) => flemish.has(code)));
		if (codes.size !== EXPECTED.flemish || rows.length !== EXPECTED.flemish) {
			problems.push(`not exactly one ${kind} for each Flemish municipality`);
		}
	}
	for (const { name, kbo, website } of localGovernments) {
		if (97 - (Number(kbo.slice(0, 8)) % 97) !== Number(kbo.slice(8)))
			problems.push(`${name}: KBO number ${kbo}`);
		if (website !== null && !/^https?:\/\/\S+$/.test(website)) problems.push(`${name}: website ${website}`);
	}
	for (const column of ['kbo', 'ovo'] as const) {
		const numbers = new Set(localGovernments.map((row) => row[column]));
		if (numbers.size !== localGovernments.length) problems.push(`the same ${column} number twice`);
	}
	return problems;
}

function gazetteerProblems({
	municipalities,
	polygons,
	localities,
	otherNames,
	placeSizes
}: Sources): string[] {
	const codes = new Set(municipalities.map((row) => row.nis_code));
	const problems = [...otherNames, ...placeSizes]
		.filter(({ nis_code }) => !codes.has(nis_code))
		.map(({ nis_code, place_name }) => `${place_name}: no municipality ${nis_code}`);
	for (const { nis_code, name, lon, lat } of localities) {
		if (!isInside(polygons.get(nis_code), [lon, lat])) {
			problems.push(`${name}: the point lies outside municipality ${nis_code}`);
		}
	}
	return problems;
}
