/** Names as somebody mistyped them. The whole of what was typed is compared with whole names, never a word with a word. */
import { distance } from 'fastest-levenshtein';
import { keyOf, soundOf } from './placeText.ts';

/** Letters that differ, two that changed places counting as one; half as many where both sound alike. */
export type Difference = number;

/** What of a text or a name is compared. */
export interface Spelling {
	/** Long and short saints are one in it. */
	key: string;
	/** All of them. */
	letters: string;
	sound: string;
	/** Which letters of the alphabet are in it: a bit each. */
	alphabet: number;
}

export function spellingOf(words: readonly string[], letters: string = keyOf(words)): Spelling {
	const key = keyOf(words);
	let alphabet = 0;
	for (let at = 0; at < letters.length; at++) alphabet |= 1 << (letters.charCodeAt(at) - 97);
	return { key, letters, sound: soundOf(key), alphabet };
}

/** Letters of which one has none and the other some, when at most two differ and a saint is long in one of them. */
const MAX_STRANGE = 6;

/** Whether two texts have so few letters in common that there is nothing to compare. */
function isStrange(a: Spelling, b: Spelling): boolean {
	let different = a.alphabet ^ b.alphabet;
	let count = 0;
	while (different !== 0 && count <= MAX_STRANGE) {
		different &= different - 1;
		count++;
	}
	return count > MAX_STRANGE;
}

/** Shorter names have too many neighbours: only what the hand does is forgiven there. */
const SHORT = 6;
/** From this length on two letters may differ. */
const LONG = 9;
/** Below it, when the name begins as it should. */
const SAME_BEGINNING = 4;

/** Shorter texts sound like too much. */
const MIN_SOUND = 5;
/** Letters of a text that may be others of the same sound. */
const MAX_OTHER = 0.4;

/** How far a text is from a name that it can be meant for: by the hand or by the ear; undefined when it cannot be. */
export function unlikeness(typed: Spelling, name: Spelling): Difference | undefined {
	if (typed.sound === name.sound && typed.letters.length >= MIN_SOUND) {
		const others = distance(typed.letters, name.letters);
		if (others <= typed.letters.length * MAX_OTHER) return Math.max(1, others / 2);
	}
	if (isStrange(typed, name)) return undefined;
	const whole = difference(typed.letters, name.letters);
	if (typed.key === typed.letters && name.key === name.letters) return whole;
	const short = difference(typed.key, name.key);
	return short === undefined || whole === undefined ? (short ?? whole) : Math.min(short, whole);
}

/** Unlikeness of one wrong letter, when it is not the slip that the hand makes most. */
export const OTHER_LETTER = 1.2;

/**
 * How many letters of what was typed differ from a name, when it can be that name mistyped; undefined when it cannot.
 * A letter left out, typed twice or changed places counts 1, another wrong one a little more: of all names that are one
 * letter away, few are so by the first and many by the second. Both are letters without spaces or accents.
 */
export function difference(typed: string, name: string): Difference | undefined {
	const longer = typed.length - name.length;
	if (typed === name || Math.abs(longer) > 2) return undefined;
	if (name.length < SHORT || typed.length < SHORT - 1) {
		if (isSlip(typed, name)) return 1;
		// "Ieperen": the whole name, and an ending.
		return typed.length > SHORT && name.length > 4 && typed.startsWith(name) ? 2 : undefined;
	}
	const letters = distance(typed, name);
	if (letters === 1) return longer < 0 || isDoubled(typed, name) ? 1 : OTHER_LETTER;
	if (letters > 2) return undefined;
	if (isSwapped(typed, name)) return 1;
	const begins = Math.min(typed.length, name.length) >= LONG ? 1 : SAME_BEGINNING;
	return typed.slice(0, begins) === name.slice(0, begins) ? 2 : undefined;
}

/** Where two texts begin to differ. */
function differsAt(a: string, b: string): number {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	return at;
}

/** Two neighbours that changed places, and nothing else: "gnet". */
function isSwapped(typed: string, name: string): boolean {
	const at = differsAt(typed, name);
	return (
		typed.length === name.length &&
		typed[at] === name[at + 1] &&
		typed[at + 1] === name[at] &&
		typed.slice(at + 2) === name.slice(at + 2)
	);
}

/** One letter that is typed twice and stands once: "gennt". */
function isDoubled(typed: string, name: string): boolean {
	const at = differsAt(typed, name);
	return (
		typed.length === name.length + 1 && typed.slice(at + 1) === name.slice(at) && typed[at] === typed[at - 1]
	);
}

/** What the hand does in a short name: letters that changed places, one typed twice or once for twice, a vowel left out. */
function isSlip(typed: string, name: string): boolean {
	if (typed.length < 3) return false;
	if (isSwapped(typed, name) || isDoubled(typed, name) || isDoubled(name, typed)) return true;
	const at = differsAt(typed, name);
	const isLeftOut = name.length === typed.length + 1 && typed.slice(at) === name.slice(at + 1);
	return isLeftOut && at > 0 && /[aeiou]/.test(name.charAt(at));
}
