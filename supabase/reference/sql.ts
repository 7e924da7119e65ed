type Value = string | number | boolean | null | readonly string[];

/** A value as an SQL literal; an array of texts becomes `'{a,b}'`. */
export function literal(value: Value): string {
	if (value === null) return 'null';
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
	const items = value.map((item) => (/^[\w.-]+$/.test(item) ? item : JSON.stringify(item)));
	return `'{${items.join(',').replaceAll("'", "''")}}'`;
}

/**
 * Puts rows in a temporary table that ends with the transaction. Its columns take their types from `typesFrom`, a
 * select list and what follows, e.g. `nis_code, name from public.municipality`.
 */
export function stage(
	table: string,
	typesFrom: string,
	rows: readonly (readonly Value[])[],
	rowsPerStatement = 250
): string {
	const statements = [
		`create temporary table ${table} on commit drop as\nselect ${typesFrom}\nwith no data;`
	];
	for (let start = 0; start < rows.length; start += rowsPerStatement) {
		const values = rows
			.slice(start, start + rowsPerStatement)
			.map((row) => `  (${row.map(literal).join(', ')})`)
			.join(',\n');
		statements.push(`insert into ${table} values\n${values};`);
	}
	return statements.join('\n\n');
}
