/** Which column of a file is which, and what a row says in each. */
import { fromLambert } from '../domain/place/lambert72.ts';
import {
	ADDRESS_PARTS,
	DESK_COLUMNS,
	GOVERNMENT_COLUMNS,
	MUNICIPALITY_HEADINGS,
	type Column
} from './importColumns.ts';
import type { ImportKind } from './importPlan.ts';
import type { Cells } from './compareRow.server.ts';
import { FileProblem } from './fileProblem.server.ts';
import { guessColumn } from './guess.server.ts';
import { headingOf, isFrenchTwin, type Heading } from './headings.server.ts';
import type { Table } from './readTable.server.ts';

const OTHER: Readonly<Record<ImportKind, ImportKind>> = { loketten: 'besturen', besturen: 'loketten' };
/** Only a file about the participation of governments has these, and only one about desks those. */
const TELLS: Readonly<Record<ImportKind, readonly Column[]>> = {
	besturen: ['meedoen_sinds', 'meedoen_tot'],
	loketten: ['id', 'slug', 'straat', 'openingsuren', 'talen', 'rolstoel', 'gepubliceerd']
};
const NAMES_GOVERNMENT = ['bestuur', 'nis_code', 'kbo_nummer'] as const;
/** They say what a row is about, and nothing to write. */
const KEYS: ReadonlySet<Heading> = new Set(['id', 'slug', ...NAMES_GOVERNMENT, 'soort', 'versie', 'nieuw']);

export interface Columns {
	/** Where each column stands in a row. */
	at: ReadonlyMap<Heading, number>;
	ignored: string[];
}

/** @throws FileProblem */
export function readHeader(table: Table, kind: ImportKind): Columns {
	const header = table.readAs ?? table.header;
	const told = columnsOf(header, kind);
	const found = table.readAs ? told : withGuesses(told, table, kind);
	const missesKeys = !hasKeys(found.at, kind);
	const seemsOther = missesKeys || !TELLS[kind].some((column) => found.at.has(column));
	if (seemsOther && !table.readAs) {
		const other = columnsOf(header, OTHER[kind]).at;
		if (hasKeys(other, OTHER[kind]) && TELLS[OTHER[kind]].some((column) => other.has(column))) {
			throw new FileProblem('other_kind');
		}
	}
	if (missesKeys) throw new FileProblem('missing_columns');
	const writes = [...found.at.keys()].some(
		(heading) => !KEYS.has(heading) && !(kind === 'besturen' && heading === 'naam')
	);
	// With a column that nobody knows, "nothing changes" is not what somebody would want to hear.
	if (!writes && found.ignored.length > 0)
		throw new FileProblem('nothing_to_write', found.ignored.join(', '));
	return found;
}

function columnsOf(header: readonly string[], kind: ImportKind): Columns {
	const at = new Map<Heading, number>();
	const ignored: string[] = [];
	for (const [i, text] of header.entries()) {
		const heading = headingOf(text, kind);
		const before = heading === undefined ? undefined : header[at.get(heading) ?? -1];
		if (heading === undefined) {
			if (text !== '') ignored.push(text);
		} else if (before === undefined || isFrenchTwin(before)) at.set(heading, i);
		else if (!isFrenchTwin(text)) throw new FileProblem('repeated_column', before, text);
	}
	const municipality = at.get('municipality');
	if (municipality !== undefined) {
		at.delete('municipality');
		if (!NAMES_GOVERNMENT.some((column) => at.has(column))) at.set('bestuur', municipality);
		if (kind === 'loketten' && !at.has('plaats')) at.set('plaats', municipality);
	}
	return { at, ignored };
}

/** Columns that nobody knows by their heading, by what they hold. */
function withGuesses({ at, ignored }: Columns, { header, rows }: Table, kind: ImportKind): Columns {
	const all = new Map(at);
	const guessed = header.filter((text, i) => {
		if (!ignored.includes(text)) return false;
		const column = guessColumn(rows.map(({ cells }) => cells[i]?.trim() ?? ''));
		if (column === undefined || all.has(column) || headingOf(column, kind) === undefined) return false;
		all.set(column, i);
		return true;
	});
	return { at: all, ignored: ignored.filter((text) => !guessed.includes(text)) };
}

/** What each column of a file is read as, under the name that a heading may have; empty for what is not read. */
export function headingsRead(table: Table, kind: ImportKind): string[] {
	try {
		const { at } = readHeader(table, kind);
		// What stands for the government and the place is the municipality.
		const byPlace = Map.groupBy(at, ([, i]) => i);
		return table.header.map((_, i) => {
			const [[first] = [], ...others] = byPlace.get(i) ?? [];
			return nameOf(others.length > 0 ? 'municipality' : first);
		});
	} catch (cause) {
		if (!(cause instanceof FileProblem)) throw cause;
		return (table.readAs ?? table.header).map((text) => nameOf(headingOf(text, kind)));
	}
}

/** What is no column of its own has the first of the names that a file may give it. */
const HEADING_NAMES: Readonly<Partial<Record<Heading, string>>> = {
	number: ADDRESS_PARTS.number[0],
	box: ADDRESS_PARTS.box[0],
	municipality: MUNICIPALITY_HEADINGS[0]
};
const nameOf = (heading: Heading | undefined): string =>
	heading === undefined ? '' : (HEADING_NAMES[heading] ?? heading);

/** What somebody may say that a column is, in the order of a file of this product. */
export const HEADINGS_OF: Readonly<Record<ImportKind, readonly string[]>> = {
	loketten: [...DESK_COLUMNS, ...Object.values(HEADING_NAMES)],
	besturen: [...GOVERNMENT_COLUMNS, MUNICIPALITY_HEADINGS[0]]
};

/** Whether it can be told which desk or government a row is about. */
function hasKeys(at: ReadonlyMap<Heading, number>, kind: ImportKind): boolean {
	const namesGovernment = NAMES_GOVERNMENT.some((column) => at.has(column));
	if (kind === 'besturen') return namesGovernment || at.has('naam');
	return at.has('id') || at.has('slug') || (namesGovernment && at.has('naam'));
}

/** What a row says, with its address on one line and its point in degrees. */
export function cellsOf(raw: readonly string[], { at }: Columns): Cells {
	const cells = new Map<Column, string>();
	const parts = { number: '', box: '' };
	for (const [heading, i] of at) {
		const cell = raw[i]?.trim();
		if (!cell || heading === 'municipality') continue;
		if (heading === 'number' || heading === 'box') parts[heading] = cell;
		else cells.set(heading, cell);
	}
	const street = cells.get('straat');
	if (street) cells.set('straat', addressLine(street, parts));
	const point = [cells.get('lengtegraad'), cells.get('breedtegraad')].map((cell) =>
		Number(cell?.replace(',', '.'))
	);
	const [lon, lat] = fromLambert(point[0] ?? NaN, point[1] ?? NaN) ?? [];
	if (lon !== undefined && lat !== undefined) {
		cells.set('lengtegraad', lon.toFixed(7));
		cells.set('breedtegraad', lat.toFixed(7));
	}
	return cells;
}

/** "Kerkstraat", "12" and "3" as "Kerkstraat 12 bus 3"; what the street says already is not said twice. */
function addressLine(street: string, { number, box }: { number: string; box: string }): string {
	const numbered = number === '' || street.endsWith(` ${number}`) ? street : `${street} ${number}`;
	if (box === '') return numbered;
	return `${numbered} ${/^(bus|bte|bo[iî]te|b\.?\s*\d)/i.test(box) ? box : `bus ${box}`}`;
}
