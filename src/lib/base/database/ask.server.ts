/** Questions to the database in somebody's name, and how their answers are read. */
import { within } from '../settings/limits.server';
import { DatabaseError } from './supabase.server';

type Answer<Data> = { status: number } & (
	{ data: Data; error: null } | { data: null; error: { code: string; message: string } }
);

export interface Question<Data> {
	abortSignal(signal: AbortSignal): PromiseLike<Answer<Data>>;
}

/**
 * @param call what is asked, for the log
 * @param signal ends the question
 * @throws DatabaseError when the database refuses or does not answer in time
 */
export async function ask<Data>(
	call: string,
	question: Question<Data>,
	signal = within('REQUEST_TIMEOUT_MS')
): Promise<Data> {
	const { data, error, status } = await question.abortSignal(signal);
	if (error) throw new DatabaseError(call, error, status);
	return data;
}

/** What the Data API hands out at once, unless it is set up otherwise. */
const PAGE_ROWS = 1_000;

/**
 * Every row of an answer that may be longer than one answer.
 * @param page asks for the rows from one number up to and including another, always in the same order
 * @throws DatabaseError when the database refuses or does not answer in time
 */
export async function askAll<Row>(
	call: string,
	page: (from: number, to: number) => Question<Row[]>
): Promise<Row[]> {
	const rows: Row[] = [];
	for (;;) {
		const next = await ask(call, page(rows.length, rows.length + PAGE_ROWS - 1));
		// A server may hand out fewer rows than asked, so only an empty page is the end.
		if (next.length === 0) return rows;
		rows.push(...next);
	}
}
