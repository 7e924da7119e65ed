import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, dayOf, iso } from './calendar.fixture.ts';
import { meaningOf, replaces, saysTheSame, writeRules } from './meaning.ts';
import { isAbout } from './ruleDays.ts';
import { hoursProblem } from './schema.ts';
import { parseSyntax } from './syntax.ts';
import { readHours, timeline } from './timeline.ts';

describe('the syntax of opening hours', () => {
	it.each([
		'Mo-Fr 09:00-12:00 PH off',
		'ma-vr 09:00-12:00',
		'mo-fr 09:00-12:00',
		'Mo-Fr 9.00-12.00',
		'Mo-Fr 9-12',
		'Mo-Fr 09:00-12:00,',
		'Mo-Fr 09:00-12:00 Tu 09:00-12:00',
		'op afspraak',
		'Mo-Fr sunrise-12:00',
		'SH off',
		'Sa[1] +1 day 10:00-12:00',
		'easter -2 days-easter +1 day off'
	])('is nothing that has to be guessed: %s', (value) => {
		expect(parseSyntax(value)).toBeNull();
	});

	it('has the last Thursdays of two months, and periods from one Sunday to another', () => {
		const [thursdays] = parseSyntax('Jul-Aug Th[-1] 17:00-19:00') ?? [];
		expect(thursdays).toMatchObject({
			dates: [{ to: { weekday: null } }],
			weekdays: [{ day: 3, nth: [-1] }]
		});
		const [summer] = parseSyntax('Mar Su[-1]-Oct Su[-1] Mo-Fr 09:00-18:00') ?? [];
		expect(summer?.dates[0]).toMatchObject({ from: { weekday: { day: 6, n: -1 } }, to: { month: 9 } });
	});
});

describe('what opening hours mean', () => {
	it.each([
		['PH off; Mo-Fr 09:00-12:00', 'Mo-Fr 09:00-12:00; PH off'],
		['Dec 24-Jan 02 off; Mo-Fr 09:00-12:00; PH off', 'Mo-Fr 09:00-12:00; Dec 24-Jan 02 off; PH off'],
		// Hours that are added to others stay with them.
		[
			'PH off; Mo 09:00-12:00, Mo 13:00-16:00; Tu 09:00-12:00',
			'Mo 09:00-12:00, Mo 13:00-16:00; Tu 09:00-12:00; PH off'
		],
		['Mo-Fr 09:00-12:00, PH off', 'Mo-Fr 09:00-12:00; PH off'],
		// Open again after all.
		[
			'Mo-Fr 09:00-12:00; PH off; 2026 Dec 25 10:00-11:00',
			'Mo-Fr 09:00-12:00; PH off; 2026 Dec 25 10:00-11:00'
		]
	])('%s', (value, meant) => {
		const meaning = meaningOf(value);
		expect(meaning && writeRules(meaning.rules)).toBe(meant);
	});

	it('is the same in another order, or in other words', () => {
		expect(saysTheSame('Mo,Tu 09:00-12:00', 'Tu 09:00-12:00; Mo 09:00-12:00')).toBe(true);
		expect(saysTheSame('Mo 09:00-12:00 "enkel op afspraak"', 'Mo 09:00-12:00 "op afspraak"')).toBe(true);
		expect(saysTheSame('Mo-Fr 09:00-12:00; PH off', 'Mo-Fr 09:00-12:00')).toBe(false);
		expect(saysTheSame('2026 Dec 24 off; Mo 09:00-12:00', 'Mo 09:00-12:00; 2026 Dec 24 off')).toBe(true);
	});

	it('is what the library reckons, on whatever days', () => {
		const days = fc.constantFrom(
			...[
				'Mo',
				'We',
				'Su',
				'Mo-Fr',
				'Sa-Su',
				'Tu,Th',
				'Sa[1]',
				'Th[-1]',
				'Tu[2],Tu[4]',
				'PH',
				'Su,PH',
				'PH Mo-Fr',
				'PH -1 day'
			]
		);
		const dates = fc.constantFrom(
			...[
				'',
				'',
				'',
				'Jul-Aug',
				'Dec 24',
				'Dec 24-Jan 02',
				'2026 Jul 20-2026 Jul 24',
				'Nov-Feb:',
				'week 1-53/2',
				'week 10-20'
			],
			...['easter', '2026', 'Jul 11,Nov 02', '2026 Nov 02-2027 Jan 08', 'Mar Su[-1]-Oct Su[-1]']
		);
		const hours = fc.constantFrom('09:00-12:00', '09:00-12:00,13:00-16:00', '17:00-19:00', 'off');
		const rule = fc.tuple(dates, days, hours).map((parts) => parts.filter(Boolean).join(' '));
		const value = fc
			.array(fc.tuple(rule, fc.constantFrom('; ', '; ', ', ')), { minLength: 1, maxLength: 4 })
			.map((rules) => rules.map(([text, joint], i) => (i === 0 ? text : joint + text)).join(''))
			.filter((written) => hoursProblem(written) === null);
		fc.assert(
			fc.property(value, (written) => {
				expect(opensOn(written)).toEqual(reckoned(written));
			}),
			{ seed: 4, numRuns: 60 }
		);
	});
});

const [FIRST, LENGTH] = [dayOf(2026, 0, 1), 730];
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** By the days of the rules: on which day, from when to when. */
function opensOn(value: string): string[] {
	const rules = meaningOf(value)?.rules ?? [];
	return Array.from({ length: LENGTH }, (_, i) => FIRST + i).flatMap((day) => {
		const about = rules.filter((rule) => isAbout(rule, day));
		const last = about.findLastIndex(replaces);
		const times = about
			.slice(Math.max(0, last))
			.flatMap((rule) => (rule.kind === 'closed' ? [] : rule.times));
		const open = times
			.map(({ from, to }) => [minutes(from), minutes(to ?? '24:00')])
			.toSorted(([a = 0], [b = 0]) => a - b);
		return open.map(([from, to]) => `${iso(day)} ${from}-${to}`);
	});
}

function reckoned(value: string): string[] {
	const hours = readHours(value)?.hours;
	if (!hours) return [];
	const first = FIRST * DAY;
	return [...timeline(hours, first, LENGTH * DAY)(first)]
		.filter(({ kind }) => kind === 'open')
		.map(({ from, to }) => {
			const day = Math.floor(from / DAY);
			return `${iso(day)} ${(from - day * DAY) / 60_000}-${(to - day * DAY) / 60_000}`;
		});
}
