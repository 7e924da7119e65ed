/** One clause of what people write about opening hours: days with what goes for them. */

export type When =
	| { kind: 'days'; days: readonly number[]; nth: number[] }
	| { kind: 'holidays' }
	| { kind: 'dates'; from: DateWritten; to: DateWritten | null }
	| { kind: 'weeks'; isEven: boolean };

export interface DateWritten {
	year: number | null;
	month: number;
	/** Null for the whole month. */
	day: number | null;
}

export interface Clause {
	when: When[];
	/** Minutes; `to` is null where only the beginning is said. */
	times: { from: number; to: number | null }[];
	isClosed: boolean;
	isAlways: boolean;
	/** 'all' of its hours, or the 'last' of them: which, nobody can tell when it stands behind several. */
	appointment: 'all' | 'last' | null;
	/** It comes with other hours of the same days, and does not replace them. */
	isAdded: boolean;
	words: string | null;
}

/** Where reading stopped: indexes of the tokens. */
export class Unread extends Error {
	override name = 'Unread';
	readonly token: number;
	/** Of days of which nothing is said: the last token of them. Null where a word makes no sense. */
	readonly untold: number | null;
	constructor(token: number, untold: number | null = null) {
		super('unread');
		this.token = token;
		this.untold = untold;
	}
}

export const blank = (): Clause => ({
	when: [],
	times: [],
	isClosed: false,
	isAlways: false,
	appointment: null,
	isAdded: false,
	words: null
});
