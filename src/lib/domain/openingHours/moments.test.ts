import { describe, expect, it } from 'vitest';
import { MOMENTS, type Moment } from './moment.ts';
import { isOpenAt } from './moments.ts';

/** Belgian winter time. */
const at = (time: string) => new Date(`2026-11-${time}:00+01:00`);
const MONDAY_TEN = at('23T10:00');
const open = (hours: string | null, now: Date): Moment[] =>
	MOMENTS.filter((moment) => isOpenAt(hours, moment, now));

describe('when somebody can come', () => {
	it.each<[string | null, Moment[]]>([
		['Mo-Fr 09:00-12:00', ['nu', 'vandaag']],
		['Mo 13:00-17:00', ['vandaag']],
		['Mo 08:00-09:00', []],
		['Tu 09:00-12:00', []],
		['Sa 09:00-12:00', ['zaterdag']],
		['Tu 16:00-17:00', []],
		['Tu 16:00-17:30', ['avond']],
		['Tu 17:00-20:00', ['avond']],
		['Fr 20:00-26:00', ['zaterdag', 'avond']],
		['24/7', ['nu', 'vandaag', 'zaterdag', 'avond']],
		[null, []],
		['Sa "op afspraak"', []],
		['Sa 09:00-12:00 "op afspraak"', []],
		['not the syntax', []]
	])('%s', (hours, moments) => {
		expect(open(hours, MONDAY_TEN)).toEqual(moments);
	});

	it('counts hours without an end at their beginning and no later', () => {
		expect(open('Sa 10:00+', MONDAY_TEN)).toEqual(['zaterdag']);
		expect(open('Tu 18:00+', MONDAY_TEN)).toEqual(['avond']);
		expect(open('Tu 10:00+', MONDAY_TEN)).toEqual([]);
		expect(open('Mo 09:00+', MONDAY_TEN)).toEqual([]);
		expect(open('Mo 11:00+', MONDAY_TEN)).toEqual(['vandaag']);
	});

	it('is the Saturday of this week, and not of any', () => {
		expect(open('Sa[1] 09:00-12:00', MONDAY_TEN)).toEqual([]);
		expect(open('Sa[-1] 09:00-12:00', MONDAY_TEN)).toEqual(['zaterdag']);
		expect(open('Sa 09:00-12:00; 2026 Nov 28 off', MONDAY_TEN)).toEqual([]);
	});

	it('on a Saturday is that day while it is open, and the next one after that', () => {
		expect(open('2026 Nov 28 09:00-12:00', at('28T11:00'))).toEqual(['nu', 'vandaag', 'zaterdag']);
		expect(open('2026 Nov 28 09:00-12:00', at('28T12:00'))).toEqual([]);
		expect(open('Sa 09:00-12:00', at('28T12:00'))).toEqual(['zaterdag']);
	});

	it('is in Belgian time', () => {
		expect(isOpenAt('Mo 23:00-24:00', 'vandaag', at('23T23:30'))).toBe(true);
		expect(isOpenAt('Tu 00:00-01:00', 'vandaag', at('23T23:30'))).toBe(false);
	});
});
