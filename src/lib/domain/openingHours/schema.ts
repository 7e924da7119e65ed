/** Whether opening hours can be stored, judged on what is written and not on how the editor shows it. */
import OpeningHours from 'opening_hours';
import { parseOpeningHours, type HoursRule, type TimeRange } from './rules.ts';
import { readHours } from './timeline.ts';
import { MAX_LENGTH } from './weekProblems.ts';

export interface HoursProblem {
	code:
		/** A time or a period that does not exist, such as 25:00. */
		| 'impossible'
		/** Two ranges of one day. */
		| 'overlap'
		/** Not the syntax, or hours that cannot be reckoned (school holidays, sunset). */
		| 'unreadable'
		| 'too_long';
	/** Where: the times or dates; of what is unreadable, all up to the point where reading stopped. */
	place: string;
}

const RANGE = /(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})/g;
const RANGES = new RegExp(`${RANGE.source}(?:\\s*,\\s*${RANGE.source})+`, 'g');
const PERIOD = /(\d{4}) ([A-Z][a-z]{2}) (\d{1,2})\s*-\s*(\d{4}) ([A-Z][a-z]{2}) (\d{1,2})/g;

/** @returns null when nothing is wrong; also for an empty value */
export function hoursProblem(value: string): HoursProblem | null {
	if (value.trim() === '') return null;
	if (value.length > MAX_LENGTH) return { code: 'too_long', place: value };
	const withoutWords = value.replace(/"[^"]*"/g, '""');
	const impossible = impossibleIn(withoutWords);
	if (impossible !== null) return { code: 'impossible', place: impossible };
	const overlap = overlapWithin(withoutWords) ?? overlapBetween(value);
	if (overlap !== null) return { code: 'overlap', place: overlap };
	return readHours(value) ? null : { code: 'unreadable', place: unreadablePlace(value) };
}

/** The library takes hours up to 26:00 for those of the next night, and a period back in time for one without end. */
function impossibleIn(text: string): string | null {
	for (const [place, hour, minute, endHour, endMinute] of text.matchAll(RANGE)) {
		const [from, to] = [Number(hour) * 60 + Number(minute), Number(endHour) * 60 + Number(endMinute)];
		if (from >= 1_440 || to > 1_440 || from === to || Number(minute) > 59 || Number(endMinute) > 59)
			return place;
	}
	for (const [place, year, month, day, endYear, endMonth, endDay] of text.matchAll(PERIOD)) {
		const from = Date.parse(`${day} ${month} ${year} UTC`);
		if (Date.parse(`${endDay} ${endMonth} ${endYear} UTC`) < from) return place;
	}
	return null;
}

function overlapWithin(text: string): string | null {
	for (const [list] of text.matchAll(RANGES)) {
		const place = firstOverlap(
			[...list.matchAll(RANGE)].map(([, hour = '', minute, endHour = '', endMinute]) => ({
				from: `${hour.padStart(2, '0')}:${minute}`,
				to: `${endHour.padStart(2, '0')}:${endMinute}`
			}))
		);
		if (place !== null) return place;
	}
	return null;
}

/** Of hours that are added to each other; a rule that replaces another one does not overlap it. */
function overlapBetween(value: string): string | null {
	const rules = parseOpeningHours(value) ?? [];
	const dated = Map.groupBy(
		rules.filter(({ dates }) => dates),
		({ dates }) => JSON.stringify(dates)
	);
	const lists = [
		...Array.from({ length: 8 }, (_, day) => rules.filter(({ dates, days }) => !dates && days.includes(day))),
		// The last one that replaces the others, and what is added to it.
		...[...dated.values()].map((same) =>
			same.slice(
				Math.max(
					0,
					same.findLastIndex(({ isAdded }) => !isAdded)
				)
			)
		)
	];
	for (const list of lists) {
		const place = firstOverlap(list.flatMap(({ times }: HoursRule) => times));
		if (place !== null) return place;
	}
	return null;
}

function firstOverlap(ranges: readonly TimeRange[]): string | null {
	// Past midnight it overlaps what begins the same evening.
	const end = ({ from, to }: TimeRange) => (to < from ? '48:00' : to);
	for (const [i, range] of ranges.entries()) {
		const other = ranges
			.slice(0, i)
			.find((earlier) => range.from < end(earlier) && earlier.from < end(range));
		if (other) return `${other.from}-${other.to}, ${range.from}-${range.to}`;
	}
	return null;
}

/** The library repeats the value up to where it stopped reading, and an arrow. */
function unreadablePlace(value: string): string {
	try {
		new OpeningHours(value, null);
		return value;
	} catch (error) {
		const [read] = String(error).split('<---');
		return read && value.startsWith(read.trim()) ? read.trim() : value;
	}
}

/**
 * The same hours as the syntax has them: "ma-vr 9-12" and "Mo-Fr 9.00-12.00" become "Mo-Fr 09:00-12:00".
 * @param value without problems
 */
export function standardHours(value: string): string {
	try {
		return new OpeningHours(value, null).prettifyValue();
	} catch {
		return value;
	}
}
