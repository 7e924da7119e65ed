/** What the database answered about somebody's account. */
export type Answer = { kind: 'refused' } | { kind: 'rows'; rows: Record<string, unknown>[] };

/** What can be asked: the tables and functions that hold something on people. */
export const SUBJECTS = ['profile', 'account', 'colleagues', 'decisions', 'trail', 'mail'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One question, asked twice. */
export interface Comparison {
	subject: Subject;
	own: Answer;
	visitors: Answer;
}
