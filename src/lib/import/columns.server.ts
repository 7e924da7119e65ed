/** Which column of a file is which. */
import { DESK_COLUMNS, GOVERNMENT_COLUMNS, synonymsOf, type Column } from './importColumns.ts';
import type { ImportKind } from './importPlan.ts';
import { FileProblem } from './fileProblem.server.ts';
import type { Table } from './readTable.server.ts';

const COLUMNS_OF: Readonly<Record<ImportKind, readonly Column[]>> = {
	loketten: DESK_COLUMNS,
	besturen: GOVERNMENT_COLUMNS
};
const OTHER: Readonly<Record<ImportKind, ImportKind>> = { loketten: 'besturen', besturen: 'loketten' };
/** Only a file about the participation of governments has these, and only one about desks those. */
const TELLS: Readonly<Record<ImportKind, readonly Column[]>> = {
	besturen: ['meedoen_sinds', 'meedoen_tot'],
	loketten: ['id', 'slug', 'straat', 'openingsuren', 'talen', 'rolstoel', 'gepubliceerd']
};

export interface Columns {
	/** Where each column stands in a row. */
	at: ReadonlyMap<Column, number>;
	ignored: string[];
}

/** @throws FileProblem */
export function readHeader({ header }: Table, kind: ImportKind): Columns {
	const found = columnsOf(header, COLUMNS_OF[kind]);
	const missesKeys = !hasKeys(found.at, kind);
	if (missesKeys || !TELLS[kind].some((column) => found.at.has(column))) {
		const other = columnsOf(header, COLUMNS_OF[OTHER[kind]]).at;
		if (hasKeys(other, OTHER[kind]) && TELLS[OTHER[kind]].some((column) => other.has(column))) {
			throw new FileProblem('other_kind');
		}
	}
	if (missesKeys) throw new FileProblem('missing_columns');
	return found;
}

function columnsOf(header: readonly string[], columns: readonly Column[]): Columns {
	const named = new Map(
		columns.flatMap((column) =>
			[column, ...synonymsOf(column)].map((name) => [plainName(name), column] as const)
		)
	);
	const at = new Map<Column, number>();
	const ignored: string[] = [];
	for (const [i, name] of header.entries()) {
		const column = named.get(plainName(name));
		if (column === undefined) {
			if (name !== '') ignored.push(name);
		} else if (at.has(column)) {
			throw new FileProblem('repeated_column', column);
		} else at.set(column, i);
	}
	return { at, ignored };
}

/** Whether it can be told which desk or government a row is about. */
function hasKeys(at: ReadonlyMap<Column, number>, kind: ImportKind): boolean {
	const namesGovernment = (['bestuur', 'nis_code', 'kbo_nummer'] as const).some((column) => at.has(column));
	if (kind === 'besturen') return namesGovernment || at.has('naam');
	return at.has('id') || at.has('slug') || (namesGovernment && at.has('naam'));
}

/** "Straat & nummer" and "straat_nummer" are one. */
const plainName = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
