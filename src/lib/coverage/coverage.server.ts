/** What colleagues look for in vain, and how coverage was counted before. Everything runs as the administrator who asks. */
import * as v from 'valibot';
import { whiteSpots, type CoverageCount, type WhiteSpot } from '$lib/domain/colleague/coverage';
import { PROVINCES } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { takesPart } from '$lib/domain/directory/directorySearch';
import { topicName, type Topic } from '$lib/domain/colleague/expertise';
import { ask, askAll } from '$lib/base/database/ask.server';
import { csvOf } from '$lib/base/http/csv.server';
import { number, rowSchema } from '$lib/base/database/row.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

const MONTHS_SHOWN = 24;

const soughtRow = rowSchema({ nisCode: v.string(), topic: v.string(), offeredInProvince: number });

/**
 * What every municipality of today misses.
 * @throws DatabaseError
 */
export async function readWhiteSpots(client: TypedClient, index: DirectoryIndex): Promise<WhiteSpot[]> {
	const rows = await askAll('sought_expertise', (from, to) =>
		client.rpc('sought_expertise').order('nis_code').order('topic').range(from, to)
	);
	return whiteSpots(index, v.parse(v.array(soughtRow), rows));
}

const countRow = v.object({
	month: v.string(),
	province_code: v.picklist(PROVINCES.map(({ code }) => code)),
	municipalities: v.number(),
	participating: v.number(),
	with_desk: v.number(),
	is_example: v.boolean()
});

/**
 * What was counted in the last two years.
 * @returns `hasExamples`: some of it is invented
 * @throws DatabaseError
 */
export async function readCoverage(
	client: TypedClient
): Promise<{ counts: CoverageCount[]; hasExamples: boolean }> {
	const rows = v.parse(
		v.array(countRow),
		await ask(
			'coverage_snapshot',
			client
				.from('coverage_snapshot')
				.select('month, province_code, municipalities, participating, with_desk, is_example')
				.order('month', { ascending: false })
				.limit(MONTHS_SHOWN * PROVINCES.length)
		)
	);
	const counts = rows.flatMap((row): CoverageCount[] => {
		const province = PROVINCES.find(({ code }) => code === row.province_code);
		if (!province) return [];
		const { month, municipalities, participating, with_desk: withDesk } = row;
		return [{ month, province: province.slug, municipalities, participating, withDesk }];
	});
	return { counts, hasExamples: rows.some((row) => row.is_example) };
}

const COLUMNS = [
	'nis_code',
	'gemeente',
	'provincie',
	'inwoners',
	'doet_mee',
	'loketten',
	'niet_bevestigde_loketten',
	'gezocht_zonder_aanbod'
];

/** White spots as a file for a spreadsheet, a row a municipality; in Dutch, as the other files. */
export const coverageCsv = (spots: readonly WhiteSpot[], topics: readonly Topic[]): string =>
	csvOf([
		COLUMNS,
		...spots.map(({ entry, unconfirmed, themes }) => [
			entry.municipality.nisCode,
			entry.municipality.name.nl,
			entry.municipality.province,
			String(entry.municipality.population),
			takesPart(entry) ? 'ja' : 'nee',
			String(entry.desks.length),
			unconfirmed.map(({ name }) => name).join(', '),
			themes.map((slug) => topicName(topics, slug, 'nl')).join(', ')
		])
	]);
