import { describe, expect, it } from 'vitest';
import { dayOf, instant, iso } from './calendar.fixture.ts';
import { upcomingDays, type OpeningDay } from './days.ts';
import { HOURS_AS_WRITTEN } from './hoursAsWritten.fixture.ts';
import { readByForce, type Mark } from './outsideReader.fixture.ts';
import { readHours, timeline } from './timeline.ts';
import { openingState, type OpeningState } from './state.ts';
import { openingHoursLines } from './text.ts';

/** Two years with a change of the clock each half and a week 53, and on to the leap day after them. */
const FIRST = dayOf(2026, 0, 1);
const DAYS = dayOf(2028, 2, 2) - FIRST;
const MINUTE = 60_000;
const MARKS = { open: 'o', appointment: 'a', from_here: 'u', unclear: '?', closed: ' ' } as const;

/** What the site makes of it: a mark for each minute of each day. */
function readHere(value: string): string[] {
	const hours = readHours(value)?.hours;
	if (!hours) return Array.from({ length: DAYS }, () => ' '.repeat(1_440));
	const [from, length] = [FIRST * 1_440, DAYS * 1_440];
	let marks = '';
	for (const stretch of timeline(hours, from * MINUTE, length * MINUTE)(from * MINUTE)) {
		const ends = Math.min(stretch.to / MINUTE, from + length);
		marks += MARKS[stretch.kind].repeat(Math.max(0, ends - from - marks.length));
	}
	return Array.from({ length: DAYS }, (_, i) => marks.slice(i * 1_440, (i + 1) * 1_440));
}

const spans = (marks: string) =>
	[...marks.matchAll(/o+|a+|u+|\?+/g)].map(
		(run) => `${run[0][0] ?? ''}${run.index}-${run.index + run[0].length}`
	);

describe.each(HOURS_AS_WRITTEN)('%s', (value) => {
	const outside = readByForce(value, FIRST, DAYS);

	it('means the same to an outside reader on every day of two years, and a leap day', () => {
		const here = readHere(value);
		const differing = here.flatMap((marks, i) =>
			marks === outside[i]
				? []
				: [{ day: iso(FIRST + i), here: spans(marks), outside: spans(outside[i] ?? '') }]
		);
		expect(differing.slice(0, 3)).toEqual([]);
	});

	it('is in the calendar as it is in the state, and in words', () => {
		const hasHours = readHours(value)?.hours;
		const differing: string[] = [];
		const days = upcomingDays(value, momentOn(FIRST, 0), DAYS);
		for (let i = 0; i < DAYS && hasHours; i++) {
			const marks = outside[i] ?? '';
			// The end of a night goes with the evening before.
			const night = /^(.)\1*/.exec(marks)?.[0] ?? '';
			const isOpenToday = /[oau?]/.test(
				outside[i - 1]?.endsWith(night[0] ?? '')
					? marks.slice(night.length) + (night.length === 1_440 ? night : '')
					: marks
			);
			// What the first night was part of, nobody asked.
			if (i > 0 && isTold(days[i]) !== isOpenToday) differing.push(iso(FIRST + i));
			// Each day of the week comes by at each of them.
			const minute = MINUTES_ASKED[i % MINUTES_ASKED.length] ?? 0;
			const state = openingState(value, momentOn(FIRST + i, minute));
			if (!kindOf(marks[minute] as Mark).includes(state.kind))
				differing.push(`${iso(FIRST + i)} ${minute}: ${state.kind}`);
		}
		expect(differing.slice(0, 3)).toEqual([]);
		for (const locale of ['nl', 'fr', 'en'] as const) {
			const lines = openingHoursLines(value, locale);
			expect(lines?.length).toBeGreaterThan(0);
			// No syntax.
			expect(lines?.join('\n')).not.toMatch(
				/\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|off|week \d+-\d+|easter)\b(?! )|\[|\d\+|\|\||"/
			);
		}
	});
});

/** None is in the hour that the clock skips. */
const MINUTES_ASKED = [600, 720, 810, 1_080];

function momentOn(day: number, minute: number): Date {
	const [year = 0, month = 0, date = 0] = iso(day).split('-').map(Number);
	return instant(year, month - 1, date, Math.floor(minute / 60), minute % 60);
}

const isTold = (day: OpeningDay | undefined): boolean =>
	day !== undefined && (day.ranges.length > 0 || day.isUnknown === true);

/** Closed now, it opens some day, or only on appointment, or not soon. */
const kindOf = (mark: Mark): OpeningState['kind'][] =>
	mark === 'o'
		? ['open']
		: mark === 'a'
			? ['appointment']
			: mark === ' '
				? ['opens', 'closed', 'appointment', 'unknown']
				: ['unknown'];
