import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upcomingDays, type OpeningRange } from './days.ts';
import { readWeek } from './readWeek.ts';
import { fromBroadToNarrow, relationOf } from './exceptions.ts';
import { hoursProblem } from './schema.ts';
import { emptyWeek, writeWeek, type HoursException, type WeekHours, type WeekRange } from './week.ts';
import { problems } from './weekProblems.ts';

const YEAR = 2026;
const TODAY = '2026-01-01';
const DAY = 86_400_000;
const range = (from: string, to: string, onAppointment = false): WeekRange => ({ from, to, onAppointment });
const closed = (from: string, to: string, reason = ''): HoursException => ({
	from,
	to,
	everyYear: false,
	isClosed: true,
	ranges: [],
	reason,
	isWithin: false
});

/** A desk as there are many, with something of everything. */
const everything: WeekHours = {
	days: [
		[range('09:00', '12:00'), range('13:30', '16:30')],
		[range('09:00', '12:00')],
		[range('09:00', '12:00'), range('13:30', '16:30')],
		[range('09:00', '12:00'), range('17:00', '19:00', true)],
		[range('09:00', '12:00')],
		[],
		[]
	],
	holidays: 'closed',
	holidayRanges: [],
	exceptions: [
		{
			...closed('2026-07-01', '2026-08-31', 'zomeruren'),
			isClosed: false,
			ranges: [range('09:00', '11:00')]
		},
		closed('2026-12-24', '2027-01-02', 'verbouwing'),
		{
			...closed('2026-12-05', '', 'opendeurdag'),
			isClosed: false,
			ranges: [range('10:00', '12:00'), range('14:00', '16:00', true)]
		}
	],
	remark: 'Bel eerst; vraag naar "Ann"'
};
const WRITTEN =
	'Mo,We 09:00-12:00,13:30-16:30; Tu,Th,Fr 09:00-12:00, Th 17:00-19:00 "op afspraak"; ' +
	'2026 Jul 01-2026 Aug 31 Mo-Fr 09:00-11:00 "zomeruren"; PH off; ' +
	'2026 Dec 24-2027 Jan 02 off "verbouwing"; 2026 Dec 05 10:00-12:00 "opendeurdag", ' +
	'2026 Dec 05 14:00-16:00 "op afspraak, opendeurdag" || "Bel eerst; vraag naar ”Ann”"';

const minutes = (from: number, to: number) => fc.integer({ min: from, max: to });
const clock = (minute: number) =>
	`${Math.floor(minute / 60)}`.padStart(2, '0') + ':' + `${minute % 60}`.padStart(2, '0');
/** A morning, an afternoon, both or nothing; they never meet, for then the library tells one range of two. */
const ranges = (least: number): fc.Arbitrary<WeekRange[]> =>
	fc
		.tuple(
			fc.record({ from: minutes(0, 300), to: minutes(301, 700), onAppointment: fc.boolean() }),
			fc.record({ from: minutes(720, 1000), to: minutes(1001, 1439), onAppointment: fc.boolean() })
		)
		.chain((both) => fc.subarray(both, { minLength: least }))
		.map((some) => some.map(({ from, to, onAppointment }) => range(clock(from), clock(to), onAppointment)));
const words = fc
	.stringMatching(/^[a-zé]{2,8}(?:[ ;,-][a-zé]{2,6}){0,2}$/)
	.filter((text) => !/afspraak|rendez|rdv|appointment/.test(text));
const date = minutes(0, 364).map((day) => new Date(Date.UTC(YEAR, 0, 1 + day)).toISOString().slice(0, 10));
const exception: fc.Arbitrary<HoursException> = fc
	.record({
		from: date,
		lasts: fc.integer({ min: 0, max: 40 }),
		everyYear: fc.boolean(),
		isClosed: fc.boolean(),
		ranges: ranges(1),
		reason: fc.option(words, { nil: '' })
	})
	.map(({ lasts, ...told }) => ({
		...told,
		to: lasts === 0 ? '' : new Date(Date.parse(told.from) + lasts * DAY).toISOString().slice(0, 10),
		ranges: told.isClosed ? [] : told.ranges,
		isWithin: false
	}));
/** As they are written: the shorter one last, and those that are closed, or within a closure, after the other periods. */
function asWritten(exceptions: readonly HoursException[]): HoursException[] {
	const isWithin = (one: HoursException, others: readonly HoursException[]) =>
		others.some((other) => other !== one && relationOf(one, other) === 'within');
	const closures = exceptions.filter(({ isClosed, to }) => isClosed && to !== '');
	const rank = (one: HoursException) => (one.to === '' ? 2 : one.isClosed || isWithin(one, closures) ? 1 : 0);
	return fromBroadToNarrow(exceptions)
		.toSorted((a, b) => rank(a) - rank(b))
		.map((one) => ({ ...one, isWithin: isWithin(one, exceptions) }));
}
/** Two for the same days, or for a part of them, are asked about. */
const areClear = (exceptions: readonly HoursException[]) =>
	exceptions.every((one, i) =>
		exceptions.every((other, k) => k >= i || relationOf(one, other) !== 'crossing')
	);
const week: fc.Arbitrary<WeekHours> = fc
	.record({
		days: fc.array(ranges(0), { minLength: 7, maxLength: 7 }),
		holidays: fc.constantFrom('closed', 'usual', 'own'),
		holidayRanges: ranges(1),
		exceptions: fc.array(exception, { maxLength: 4 }).filter(areClear),
		remark: fc.option(words, { nil: '' })
	})
	.map((made) => {
		const isOpen = made.days.some((day) => day.length > 0);
		const holidays = isOpen ? made.holidays : 'closed';
		return {
			...made,
			holidays,
			holidayRanges: holidays === 'own' ? made.holidayRanges : [],
			exceptions: asWritten(made.exceptions)
		};
	});

describe('a week of opening hours', () => {
	it('is written as OpenStreetMap writes it', () => {
		expect(writeWeek(everything)).toBe(WRITTEN);
		expect(readWeek(WRITTEN, YEAR)).toEqual({ ...everything, remark: 'Bel eerst; vraag naar ”Ann”' });
	});

	it('is nothing when nothing is filled in', () => {
		expect(writeWeek(emptyWeek())).toBe('');
		expect(readWeek('', YEAR)).toEqual(emptyWeek());
		expect(readWeek('"op afspraak"', YEAR)).toEqual({ ...emptyWeek(), remark: 'op afspraak' });
	});

	it('comes back as it was written, and is in order', () => {
		fc.assert(
			fc.property(week, (made) => {
				const written = writeWeek(made);
				expect(readWeek(written, YEAR)).toEqual(made);
				expect(problems(made, TODAY)).toEqual([]);
				// Hours in a period may all fall on holidays.
				expect(hoursProblem(written)?.code ?? 'cancelled').toBe('cancelled');
			}),
			{ seed: 4, numRuns: 100 }
		);
	});

	it('means to the library what it shows in the editor', () => {
		fc.assert(
			fc.property(week, (made) => {
				const from = new Date(Date.UTC(YEAR, 11, 1, 12));
				for (const day of upcomingDays(writeWeek(made), from, 45)) {
					const told = day.ranges.map(({ comment: _, ...times }: OpeningRange) => times);
					expect(told, day.date).toEqual(expectedOn(made, day.date, day.holiday !== null));
				}
			}),
			{ seed: 4, numRuns: 60 }
		);
	});
});

/** Said once more as the editor says it: what comes last in this list goes first. */
function expectedOn(made: WeekHours, date: string, isHoliday: boolean): WeekRange[] {
	const weekday = (new Date(date).getUTCDay() + 6) % 7;
	const covers = ({ from, to, everyYear }: HoursException) =>
		[0, 1].some((years) => {
			const shifted = (day: string) => `${Number(day.slice(0, 4)) + (everyYear ? years : 0)}${day.slice(4)}`;
			return date >= shifted(from) && date <= shifted(to || from);
		});
	const applies = made.exceptions.filter(covers);
	const usual = made.days[weekday] ?? [];
	const isNeverOpen = made.days.every((ranges) => ranges.length === 0);
	const goesToday = ({ isClosed, to }: HoursException) =>
		isClosed || to === '' || usual.length > 0 || isNeverOpen;
	// The shortest; a closure, or what is within one, or one day also goes on a holiday.
	const shortest = applies.filter(goesToday).at(-1);
	const closures = made.exceptions.filter(({ isClosed, to }) => isClosed && to !== '');
	const goesFirst = (one: HoursException) =>
		one.isClosed || one.to === '' || closures.some((other) => relationOf(one, other) === 'within');
	if (shortest && goesFirst(shortest)) return shortest.ranges;
	if (isHoliday && made.holidays !== 'usual' && !isNeverOpen) return made.holidayRanges;
	return shortest?.ranges ?? usual;
}

describe('hours that the editor cannot show', () => {
	it.each([
		'24/7',
		'Mo-Fr 09:00-12:00 "bel eerst"',
		'Mo-Fr 22:00-02:00',
		'Mo-Fr 09:00-24:00',
		'Jul-Aug Mo-Fr 09:00-12:00',
		'week 01-20 Mo-Fr 09:00-12:00',
		'Mo[1] 09:00-12:00',
		'Mo-Fr 09:00-12:00; SH off',
		'Mo-Fr 09:00-12:00; PH off "feestdag"',
		'Mo-Fr 09:00-12:00, PH 10:00-11:00',
		'Mo-Fr 09:00-12:00; "bel eerst"; "vraag naar Ann"',
		// Holidays go before the day here, and would come after it from the editor.
		'Mo-Fr 09:00-12:00; 2026 Dec 25 10:00-12:00; PH off',
		'Mo-Fr 09:00-12:00; 2026 Dec 28 10:00-11:00; 2026 Dec 26-2026 Dec 31 off',
		'Mo-Fr 09:00-12:00; 2026 Jul 01-2026 Aug 31 09:00-11:00',
		'Mo-Fr 09:00-12:00; 2026 Jul 01-2026 Aug 31 Mo,We 09:00-11:00',
		'Mo-Fr 09:00-12:00; Feb 29 off',
		// Its last day is another in a leap year.
		'Mo-Fr 09:00-12:00; Feb off',
		'Mo-Fr 09:00-12:00; easter off',
		'op afspraak, denk ik'
	])('are left as they are: %s', (value) => {
		expect(readWeek(value, YEAR)).toBeNull();
	});

	it.each([
		['Mo-Fr 09:00-12:00; We 13:30-18:30; PH off', 'Mo,Tu,Th,Fr 09:00-12:00; We 13:30-18:30; PH off'],
		['Mo-Fr 09:00-16:00; PH off; Jul 15-Aug 15 off', 'Mo-Fr 09:00-16:00; PH off; Jul 15-Aug 15 off'],
		['Mo-Fr 09:00-16:00; Dec 24 off; PH off', 'Mo-Fr 09:00-16:00; PH off; Dec 24 off'],
		['Mo-Fr 09:00-12:00; Sa,Su,PH off', 'Mo-Fr 09:00-12:00; PH off'],
		['Mo-Fr 09:00-12:00 "enkel op afspraak"', 'Mo-Fr 09:00-12:00 "op afspraak"'],
		[
			'Mo-Fr 09:00-12:00; 2026 Dec 24 10:00-11:00; 2026 Dec 26-2026 Dec 31 off',
			'Mo-Fr 09:00-12:00; 2026 Dec 26-2026 Dec 31 off; 2026 Dec 24 10:00-11:00'
		],
		['Mo-Fr 09:00-12:00; Jul,Sep off', 'Mo-Fr 09:00-12:00; Jul 01-Jul 31 off; Sep 01-Sep 30 off'],
		['Mo-Fr 09:00-12:00; Nov-Jan off', 'Mo-Fr 09:00-12:00; Nov 01-Jan 31 off'],
		['Mo-Fr 09:00-12:00; 2028 Feb off', 'Mo-Fr 09:00-12:00; 2028 Feb 01-2028 Feb 29 off'],
		['Jul off', 'Jul 01-Jul 31 off'],
		['Mo-Fr 9:00-12:00; "bel eerst"', 'Mo-Fr 09:00-12:00 || "bel eerst"']
	])('are not these: %s', (value, written) => {
		const read = readWeek(value, YEAR);
		expect(read && writeWeek(read)).toBe(written);
	});
});

describe('a week that is not in order', () => {
	const withMonday = (...ranges: WeekRange[]) => ({ ...emptyWeek(), days: [ranges, [], [], [], [], [], []] });
	const withException = (told: Partial<HoursException>) => ({
		...emptyWeek(),
		exceptions: [{ ...closed('2026-12-24', ''), ...told }]
	});

	it.each([
		['an hour that is none', withMonday(range('09:00', '25:00')), 'time', 'days.0.0.to'],
		['an end that is missing', withMonday(range('09:00', '')), 'time', 'days.0.0.to'],
		['an end before the start', withMonday(range('12:00', '09:00')), 'order', 'days.0.0.to'],
		[
			'hours that overlap',
			withMonday(range('13:00', '16:00'), range('09:00', '13:30', true)),
			'overlap',
			'days.0.1.from'
		],
		[
			'holidays without the hours',
			{ ...emptyWeek(), holidays: 'own' as const },
			'no_hours',
			'holidays.0.from'
		],
		['an exception without its hours', withException({ isClosed: false }), 'no_hours', 'exceptions.0.0.from'],
		[
			'an exception without a day',
			withException({ from: '', reason: 'kerst' }),
			'date',
			'exceptions.0.start'
		],
		['a day that does not exist', withException({ from: '2026-02-30' }), 'date', 'exceptions.0.start'],
		[
			'a period that ends before it begins',
			withException({ to: '2026-12-20' }),
			'period',
			'exceptions.0.end'
		],
		[
			'every year, for longer than a year',
			withException({ to: '2027-12-26', everyYear: true }),
			'period',
			'exceptions.0.end'
		],
		['a day that is over', withException({ from: '2025-12-24' }), 'past', 'exceptions.0.start'],
		['too much to keep', { ...emptyWeek(), remark: 'o'.repeat(1000) }, 'too_long', 'remark']
	])('has %s', (_, week, code, field) => {
		expect(problems(week, TODAY)).toEqual([{ code, field }]);
	});

	it('asks about an exception within another, and about two for the same days', () => {
		const month = closed('2026-12-01', '2026-12-31', 'verbouwing');
		const two = {
			...closed('2026-12-02', '2026-12-03', 'toch open'),
			isClosed: false,
			ranges: [range('10:00', '11:00')]
		};
		const week = (...exceptions: HoursException[]) => ({
			...withMonday(range('09:00', '12:00')),
			exceptions
		});
		expect(problems(week(month, two), TODAY)).toEqual([
			{ code: 'within', field: 'exceptions.1.within', other: 'exceptions.0' }
		]);
		expect(problems(week(month, closed('2026-12-20', '2027-01-05')), TODAY)).toEqual([
			{ code: 'same_days', field: 'exceptions.1.start', other: 'exceptions.0' }
		]);
		expect(problems(week(month, { ...month, everyYear: true }), TODAY)).toMatchObject([{ code: 'within' }]);
		const meant = week({ ...two, isWithin: true }, month);
		expect(problems(meant, TODAY)).toEqual([]);
		// Words, calendar and state have one answer: the shorter one goes.
		const written = writeWeek(meant);
		expect(written).toBe(
			'Mo 09:00-12:00; PH off; 2026 Dec 01-2026 Dec 31 off "verbouwing"; ' +
				'2026 Dec 02-2026 Dec 03 Mo 10:00-11:00 "toch open"'
		);
	});

	it('may have rows that nobody filled in', () => {
		const week = withMonday(range('', ''), range('09:00', '12:00'));
		expect(problems(week, TODAY)).toEqual([]);
		expect(writeWeek(week)).toBe('Mo 09:00-12:00; PH off');
		expect(problems(withException({ from: '' }), TODAY)).toEqual([]);
	});
});
