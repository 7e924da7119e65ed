/**
 * What of an error is said, in a log and to an operator: what kind it is and where it happened, never what it was about. Errors of
 * databases, mail servers and parsers quote what they were given: parameters, rows, hashes, tokens, addresses, text. Runs in
 * plain Node too.
 */

/** SQLSTATE, or a code of PostgREST. */
const DATABASE_CODE = /^([0-9A-Z]{5}|PGRST\w{0,3})$/;
/** Of the operating system, as Node has it. */
const SYSTEM_CODE = /^E[A-Z]{2,}\d?$/;
/** What functions of ours raise. */
const WORD = /^[A-Z]+(_[A-Z]+)*$/;
/** The sentences in which PostgreSQL quotes names of the database only. */
const CONSTRAINT =
	/^(?:duplicate key value|new row for relation "\w+"|value for domain [\w.]+|null value in column "\w+" of relation "\w+"|(?:insert or )?update(?: or delete)? on table "\w+"|conflicting key value) violates [a-z -]+ constraint(?: "\w+")?(?: on table "\w+")?$/;
const PERMISSION = /^permission denied for [a-z ]+ \w+$/;
/**
 * Trouble of the database itself: connections (08), transactions (40), room (53), limits (54), state (55), an operator (57), its disk
 * (58), and its own mistakes (F0, XX). None tells of a row, but for what stands between quotes.
 */
const ITS_OWN_TROUBLE = /^(08|40|53|54|55|57|58|F0|XX)/;

/** An error whose message says no more than may be said: it is told as it is. */
export class PlainError extends Error {
	override name = 'PlainError';
}

const LONGEST = 300;
const DEEPEST = 4;

/** One line for each error in the chain of causes, with where it was thrown below the first. */
export function tellError(cause: unknown): string {
	const lines: string[] = [];
	for (let error = cause, depth = 0; depth < DEEPEST; depth++) {
		lines.push(`${depth === 0 ? '' : '  because of '}${inOneLine(error)}`);
		if (depth === 0) lines.push(...frames(error));
		if (!(error instanceof Error) || error.cause === undefined) break;
		error = error.cause;
	}
	return lines.join('\n');
}

/** The same without where it was thrown. */
export function inOneLine(error: unknown): string {
	if (!isObject(error)) return typeof error === 'string' ? plain(error) : typeof error;
	if (error instanceof PlainError) return error.message || error.name;
	const code = textOf(error, 'code');
	const message = textOf(error, 'message');
	const name = plainName(error);
	if (DATABASE_CODE.test(code)) return [name, code, ofDatabase(code, message)].filter(Boolean).join(' ');
	if (SYSTEM_CODE.test(code)) {
		const syscall = textOf(error, 'syscall');
		return [name, code, /^\w+$/.test(syscall) ? syscall : ''].filter(Boolean).join(' ');
	}
	return (
		[name && `${name}:`, /^\w{1,40}$/.test(code) ? code : '', plain(message)].filter(Boolean).join(' ') ||
		'object'
	);
}

function ofDatabase(code: string, message: string): string {
	if (WORD.test(message) || CONSTRAINT.test(message) || PERMISSION.test(message)) return message;
	return ITS_OWN_TROUBLE.test(code) ? plain(message) : '';
}

/** A text of which nobody knows what it quotes: one line, without what is quoted, addresses, and what may be a token or a hash. */
export function plain(text: string): string {
	const [line = ''] = text.trim().split('\n');
	return line
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.replace(/\b(params?|parameters|detail|query)\s*[:=].*$/i, '…')
		.replace(/(["“„«]).*["”»]/u, '"…"')
		.replace(/'[^']*[^\w'.$][^']*'/g, "'…'")
		.replace(/<[^>]*>|[^\s,;]*@[^\s,;]*/g, '…')
		.replace(/\S*[?#]\S*=\S*/g, '…')
		.replace(/\$2[aby]\$\S+/g, '…')
		.replace(/[\w+/=.-]{24,}/g, (long) => (/\d/.test(long) || !/[._-]/.test(long) ? '…' : long))
		.trim()
		.slice(0, LONGEST);
}

/** Where an error was thrown, without the message that V8 puts before it. */
function frames(error: unknown): string[] {
	if (!(error instanceof Error)) return [];
	const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at \S/.test(line));
	// A message of several lines may look like a frame: those of a stack end with a place.
	return lines.filter((line) => /(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/.test(line)).slice(0, 12);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function textOf(error: object, name: string): string {
	const value: unknown = Reflect.get(error, name);
	return typeof value === 'string' ? value : '';
}

function plainName(error: object): string {
	if (!(error instanceof Error)) return '';
	// What PGlite calls its errors says nothing.
	return error.name !== 'error' && /^\w{1,60}$/.test(error.name) ? error.name : 'Error';
}
