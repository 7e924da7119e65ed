/**
 * Opening hours as people in Belgium write them: "ma-vr 9u-12u", "lu-ve 9h00-12h00", "elke werkdag van 9 tot 12 uur". Abbreviations
 * are read in the language of the whole text; where two readings fit, both are told and none is taken.
 */
import { Unread } from './clause.ts';
import { clausesOf } from './clauses.ts';
import type { Tongue } from './lexicon.ts';
import { tokensOf, type Token } from './tokens.ts';
import { CHOICES, writeClauses } from './write.ts';

export type PeoplesReading =
	| { kind: 'read'; value: string }
	/** `opening_hours` syntax, both. */
	| { kind: 'two'; readings: [string, string] }
	/** Where the text makes no sense in any language, or names days and nothing of them: from `at` to `end`. */
	| { kind: 'unread' | 'untold'; at: number; end: number };

const TONGUES: readonly Tongue[] = ['nl', 'fr', 'fr-mars', 'en'];

export function readPeople(text: string): PeoplesReading {
	const attempts = TONGUES.map((tongue) => ({ tongue, ...attempt(text, tongue) }));
	const read = attempts.filter(({ values }) => values.length > 0);
	// Nobody is open on Tuesday and Sunday only: "ma …; di …" is Dutch.
	const fitting =
		read.length > 1 && isMondayAndTuesday(text) ? read.filter(({ tongue }) => tongue === 'nl') : read;
	const [first, second] = new Set(fitting.flatMap(({ values }) => values));
	if (first !== undefined && second !== undefined) return { kind: 'two', readings: [first, second] };
	if (first !== undefined) return { kind: 'read', value: first };
	return attempts.map(({ stoppedAt }) => stoppedAt).reduce((a, b) => (reached(b) > reached(a) ? b : a));
}

type Stop = Extract<PeoplesReading, { at: number }>;

/** How much of the text was understood. */
const reached = ({ kind, at, end }: Stop): number => (kind === 'untold' ? end : at);

interface Attempt {
	values: string[];
	stoppedAt: Stop;
}

function attempt(text: string, tongue: Tongue): Attempt {
	const tokens = tokensOf(text, tongue);
	const nowhere: Stop = { kind: 'unread', at: 0, end: text.length };
	try {
		if (tongue === 'fr-mars' && isMarchInAList(tokens, text))
			return { values: [], stoppedAt: { ...nowhere, end: 0 } };
		const clauses = clausesOf(tokens, text);
		const values = CHOICES.map((choice) => writeClauses(clauses, choice)).filter((value) => value !== null);
		return { values: [...new Set(values)], stoppedAt: nowhere };
	} catch (cause) {
		if (!(cause instanceof Unread)) throw cause;
		const { at, end } = tokens[cause.token] ?? nowhere;
		const untold = cause.untold === null ? undefined : tokens[cause.untold];
		const stoppedAt: Stop = untold ? { kind: 'untold', at, end: untold.end } : { kind: 'unread', at, end };
		return { values: [], stoppedAt };
	}
}

/** "mar, jeu": among days it is no month. */
const isMarchInAList = (tokens: readonly Token[], text: string): boolean =>
	tokens.some(
		(token, i) =>
			token.kind === 'month' &&
			/^mar\.?$/iu.test(text.slice(token.at, token.end)) &&
			[tokens[i - 1]?.kind, tokens[i + 1]?.kind].includes('and')
	);

/** Both named, each by itself, and no other day. */
function isMondayAndTuesday(text: string): boolean {
	const days = tokensOf(text, 'nl').flatMap((token) => (token.kind === 'days' ? token.days : []));
	const hasPeriod = /(?<!\p{L})(?:ma|di)\.?\s*[-–]\s*(?:ma|di)(?!\p{L})/iu.test(text);
	return !hasPeriod && new Set(days).size === 2 && days.every((day) => day < 2);
}
