/** What the headings of a file mean, and which row has them. */
import { withoutAccents } from '../domain/text/slug.ts';
import {
	ADDRESS_PARTS,
	DESK_COLUMNS,
	GOVERNMENT_COLUMNS,
	MUNICIPALITY_HEADINGS,
	synonymsOf,
	type Column
} from './importColumns.ts';
import type { ImportKind } from './importPlan.ts';

/** A column, or what is put together to one. */
export type Heading = Column | keyof typeof ADDRESS_PARTS | 'municipality';

const COLUMNS_OF: Readonly<Record<ImportKind, readonly Column[]>> = {
	loketten: DESK_COLUMNS,
	besturen: GOVERNMENT_COLUMNS
};
/** Above the headings a file may say what it is, and from when. */
const ROWS_ABOVE = 20;
/** "Nom de la voie (FR)": the same in one of the languages of the country. */
const LANGUAGE = /\s*[(/-]\s*(nl|fr|ned|nederlands|français|francais)\s*\)?\s*$/i;

/** "Straat & nummer", "Straat + nr." and "straat_nummer" are one. */
const plainHeading = (heading: string): string =>
	withoutAccents(heading.replace(LANGUAGE, '')).replace(/[^a-z0-9]/g, '');

function namesOf(kind: ImportKind): ReadonlyMap<string, Heading> {
	const pairs = (heading: Heading, names: readonly string[]) =>
		names.map((name) => [plainHeading(name), heading] as const);
	return new Map([
		...pairs('municipality', MUNICIPALITY_HEADINGS),
		...(kind === 'loketten'
			? [...pairs('number', ADDRESS_PARTS.number), ...pairs('box', ADDRESS_PARTS.box)]
			: []),
		// What this product writes itself comes last, and so first.
		...COLUMNS_OF[kind].flatMap((column) => pairs(column, [...synonymsOf(column), column]))
	]);
}
const NAMES: Readonly<Record<ImportKind, ReadonlyMap<string, Heading>>> = {
	loketten: namesOf('loketten'),
	besturen: namesOf('besturen')
};

/** @returns undefined for one that says nothing to this product */
export const headingOf = (text: string, kind: ImportKind): Heading | undefined =>
	NAMES[kind].get(plainHeading(text));

/** Whether it says the same as another in French. */
export const isFrenchTwin = (text: string): boolean => /^fr/i.test(LANGUAGE.exec(text)?.[1] ?? '');

/** Of a row of cells: one that has the headings, or anything else. */
const isHeadings = (cells: readonly string[]): boolean =>
	(['loketten', 'besturen'] as const).some(
		(kind) => new Set(cells.map((cell) => headingOf(cell, kind)).filter(Boolean)).size >= 2
	);

/** Where the headings stand: the first row that can be them, or the first of all. @returns 0-based */
export function headingsAt(rows: readonly (readonly string[])[]): number {
	const found = rows.slice(0, ROWS_ABOVE).findIndex(isHeadings);
	return found === -1 ? 0 : found;
}

/** What separates the cells, as the headings tell; null when no line can be them. @param separators in this order */
export function separatorByHeadings(text: string, separators: readonly string[]): string | null {
	const lines = text.split(/\r\n|\n|\r/, ROWS_ABOVE).map((line) => line.replaceAll('"', ''));
	const line = lines.find((one) => separators.some((separator) => isHeadings(one.split(separator))));
	return separators.find((separator) => line !== undefined && isHeadings(line.split(separator))) ?? null;
}
