/** Whether opening hours can be stored, judged on what is written and not on how the editor shows it. */
import OpeningHours from 'opening_hours';
import { cancelledRule, meaningOf, writeRules } from './meaning.ts';
import { impossibleIn, overlapIn, reversedIn } from './mistakes.ts';
import { readPeople } from './people/readPeople.ts';
import { DAY_CODES, MONTHS } from './syntax.ts';
import { readHours } from './timeline.ts';
import { MAX_LENGTH } from './weekProblems.ts';

export interface HoursProblem {
	code:
		/** A time or a period that does not exist, such as 25:00. */
		| 'impossible'
		/** Ends before it begins, and is no night. */
		| 'order'
		/** Two ranges of one day. */
		| 'overlap'
		/** Hours that later ones take away altogether. */
		| 'cancelled'
		/** It says when it is closed, and not when it is open. */
		| 'only_closed'
		/** It names days and no hours; `marked` is those days. */
		| 'untold'
		/** Two rules without a ";" between them. */
		| 'separator'
		/** It can be read in two ways. */
		| 'two'
		/** Hours that nobody can read, or that cannot be reckoned (school holidays, sunset). */
		| 'unreadable'
		| 'too_long';
	/** Which part. */
	place: string;
	/** All that was written, with that part between arrows. */
	marked: string;
	/** In the syntax: what it may mean; of closures alone those; of what is cancelled, first what is left and then what may be meant. */
	readings: string[];
}

export interface HoursText {
	/** `opening_hours` syntax; empty for no hours. */
	value: string;
	/** It was written in another way, or means something that is easily overlooked: show what it means before it is kept. */
	isTranslated: boolean;
}

const texts = new Map<string, HoursText | HoursProblem>();

/** What somebody wrote as opening hours, in the syntax or as people write them. */
export function readHoursText(typed: string): HoursText | HoursProblem {
	const known = texts.get(typed) ?? read(typed.trim());
	if (texts.size > 500) texts.clear();
	texts.set(typed, known);
	return known;
}

/** @returns null when nothing is wrong; also for an empty value */
export function hoursProblem(typed: string): HoursProblem | null {
	const text = readHoursText(typed);
	return 'code' in text ? text : null;
}

/**
 * The same hours as the syntax has them: "ma-vr 9-12" and "Mo-Fr 9.00-12.00" become "Mo-Fr 09:00-12:00".
 * @param typed without problems
 */
export function standardHours(typed: string): string {
	const text = readHoursText(typed);
	return 'code' in text ? typed : text.value;
}

function read(typed: string): HoursText | HoursProblem {
	if (typed === '') return { value: '', isTranslated: false };
	const problem = (code: HoursProblem['code'], place: string, readings: string[] = []) => ({
		code,
		place,
		marked: markedIn(typed, place),
		readings
	});
	if (typed.length > MAX_LENGTH) return problem('too_long', typed);
	const isSyntax = meaningOf(typed) !== null;
	const people = readPeople(typed);
	if (people.kind === 'two' && (!isSyntax || MARCH_OR_TUESDAY.test(typed))) {
		return problem('two', typed, people.readings);
	}
	const value = isSyntax ? typed : people.kind === 'read' ? people.value : null;
	const impossible = impossibleIn(value ?? typed);
	if (impossible !== null) return problem('impossible', impossible);
	if (value === null) {
		const { at, end } = 'at' in people ? people : { at: 0, end: typed.length };
		const place = typed.slice(at, end);
		if (people.kind === 'untold') return { code: 'untold', place, marked: place, readings: [] };
		return { code: 'unreadable', place, marked: arrowsAt(typed, at, end), readings: [] };
	}
	if (!isSyntax && isWrittenInCodes(typed) && joints(value) > joints(typed))
		return problem('separator', typed, [value]);
	return judge(typed, value, problem);
}

/** @param value in the syntax */
function judge(
	typed: string,
	value: string,
	problem: (code: HoursProblem['code'], place: string, readings?: string[]) => HoursProblem
): HoursText | HoursProblem {
	const reversed = reversedIn(value);
	if (reversed !== null) return problem('order', reversed);
	const overlap = overlapIn(value);
	if (overlap !== null) return problem('overlap', overlap);
	const meaning = meaningOf(value);
	if (!meaning || !readHours(value)) return problem('unreadable', refusedPart(value));
	const cancelled = cancelledRule(meaning.rules);
	if (cancelled) {
		const left = writeRules(meaning.rules.filter((rule) => rule !== cancelled.lost));
		const both = writeRules(
			meaning.rules.map((rule) => (rule === cancelled.by ? { ...rule, joint: ',' as const } : rule))
		);
		return problem('cancelled', cancelled.lost.text, overlapIn(both) === null ? [left, both] : [left]);
	}
	const remark = meaning.remarks.join('. ');
	const hours = writeRules(meaning.rules);
	if (meaning.isOnlyClosures && remark === '') return problem('only_closed', typed, [hours]);
	const isInOrder = value.replace(/\s/g, '').startsWith(hours.replace(/\s/g, ''));
	const ordered = isInOrder ? value : [hours, remark && `|| "${remark}"`].filter(Boolean).join(' ');
	const standard = standardOf(ordered);
	const hasOpenEnd = meaning.rules.some(({ times }) => times.some(({ to }) => to === null));
	return {
		value: standard.length > MAX_LENGTH ? value : standard,
		isTranslated: hasOpenEnd || standard.replace(/\s/g, '') !== typed.replace(/\s/g, '')
	};
}

/** "Mar 09:00-12:00" is March in the syntax and Tuesday to who writes French. */
const MARCH_OR_TUESDAY = /(?:^|[;,]\s*)Mar\s+\d{1,2}:/;

const CODES = new Set([
	...DAY_CODES,
	...MONTHS,
	'PH',
	'off',
	'closed',
	'open',
	'unknown',
	'week',
	'easter',
	'day',
	'days'
]);

/** By who knows the syntax. */
const isWrittenInCodes = (typed: string): boolean =>
	(typed.replace(/"[^"]*"/g, '').match(/\p{L}+/gu) ?? []).every((word) => CODES.has(word));

const joints = (text: string): number => text.replace(/"[^"]*"/g, '').match(/;|\|\||,\s/g)?.length ?? 0;

const arrowsAt = (text: string, at: number, end: number): string =>
	`${text.slice(0, at)}→${text.slice(at, end)}←${text.slice(end)}`;

function markedIn(text: string, place: string): string {
	const at = text.indexOf(place);
	if (place === text) return text;
	return at < 0 ? `${text} (→${place}←)` : arrowsAt(text, at, at + place.length);
}

/** The library repeats the value up to where it stopped reading, and an arrow. */
function refusedPart(value: string): string {
	try {
		new OpeningHours(value, null);
		return value;
	} catch (error) {
		const [before] = String(error).split('<---');
		return before && value.startsWith(before.trim()) ? before.trim() : value;
	}
}

function standardOf(value: string): string {
	try {
		return new OpeningHours(value, null).prettifyValue();
	} catch {
		return value;
	}
}
