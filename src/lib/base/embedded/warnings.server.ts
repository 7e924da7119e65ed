/*
 * Imported before everything else in this folder. `@supabase/lite` replaces `process.emitWarning` with a function that
 * breaks on warnings that are Error objects; `restoreWarnings` puts back Node's own, without the announcement that its
 * SQLite module is new, which says nothing to the person who starts the site.
 */
const emitWarning = process.emitWarning.bind(process);

export function restoreWarnings(): void {
	process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
		const text = typeof warning === 'string' ? warning : warning.message;
		if (text.includes('SQLite is an experimental feature')) return;
		Reflect.apply(emitWarning, process, [warning, ...rest]);
	};
}

restoreWarnings();
