import { describe, expect, it } from 'vitest';
import { hoursProblem, standardHours } from './schema.ts';

describe('opening hours that somebody hands in', () => {
	it.each([
		'',
		'Mo-Fr 09:00-12:00,13:30-16:30; PH off',
		'Mo-Fr 09:00-12:00, Th 13:00-16:00 "enkel op afspraak"',
		// The later rule replaces the earlier one.
		'Mo-Fr 08:30-17:00; We 13:30-18:30',
		'Mo-Fr 09:00-17:00; 2026 Dec 24 09:00-12:00; 2026 Dec 24 10:00-12:00',
		'Sa 22:00-02:00',
		'Mo 00:00-24:00',
		'24/7',
		'"van 25:00 tot 27:00, of zo"',
		'Jul-Aug Mo-Fr 09:00-12:00',
		'Mo-Fr 09:00-12:00; 2026 Dec 24-2027 Jan 02 off "verbouwing"'
	])('are fine: %s', (value) => {
		expect(hoursProblem(value)).toBeNull();
	});

	it.each([
		['Mo-Fr 25:00-27:00', 'impossible', '25:00-27:00'],
		// The library takes these for the hours of the night that follows.
		['Mo-Fr 09:00-25:00', 'impossible', '09:00-25:00'],
		['Mo-Fr 22:00-26:00', 'impossible', '22:00-26:00'],
		['Mo-Fr 09:00-12:75', 'impossible', '09:00-12:75'],
		['Mo-Fr 09:00-09:00', 'impossible', '09:00-09:00'],
		['Mo-Fr 09:00-12:00; 2026 Dec 24-2026 Dec 20 off', 'impossible', '2026 Dec 24-2026 Dec 20'],
		['Mo-Fr 09:00-12:00,11:00-14:00', 'overlap', '09:00-12:00, 11:00-14:00'],
		['week 1-20 Mo 9:00-12:00,11:30-14:00', 'overlap', '09:00-12:00, 11:30-14:00'],
		['Mo-Fr 09:00-12:00, Th 11:00-16:00 "op afspraak"', 'overlap', '09:00-12:00, 11:00-16:00'],
		['2026 Dec 24 09:00-12:00, 2026 Dec 24 11:00-13:00 "op afspraak"', 'overlap', '09:00-12:00, 11:00-13:00'],
		['Sa 22:00-02:00,23:00-24:00', 'overlap', '22:00-02:00, 23:00-24:00'],
		['op afspraak, denk ik', 'unreadable', 'op'],
		['ma-vr 9u-12u', 'unreadable', 'ma-vr 9'],
		['Mo-Fr 09:00-12:00; Feb 30 off', 'unreadable', 'Mo-Fr 09:00-12:00; Feb 30'],
		['Mo-Fr 09:00-12:00; SH off', 'unreadable', 'Mo-Fr 09:00-12:00; SH off']
	])('are refused: %s', (value, code, place) => {
		expect(hoursProblem(value)).toEqual({ code, place });
	});

	it('are refused when they are longer than what is kept', () => {
		expect(hoursProblem(`Mo 09:00-12:00 "${'o'.repeat(1000)}"`)?.code).toBe('too_long');
	});

	it.each([
		['ma-vr 9-12', 'Mo-Fr 09:00-12:00'],
		['Mo-Fr 9.00-12.00', 'Mo-Fr 09:00-12:00'],
		['Mo-Fr 09:00–12:00', 'Mo-Fr 09:00-12:00'],
		['Mo-Fr 09:00-12:00; PH off || "bel eerst"', 'Mo-Fr 09:00-12:00; PH off || "bel eerst"'],
		[
			'Mo-Fr 09:00-12:00, Th 13:00-16:00 "op afspraak"; 2026 Dec 24-2027 Jan 02 off "verbouwing"',
			'Mo-Fr 09:00-12:00, Th 13:00-16:00 "op afspraak"; 2026 Dec 24-2027 Jan 02 off "verbouwing"'
		]
	])('can be put as the syntax has them: %s', (value, standard) => {
		expect(standardHours(value)).toBe(standard);
	});
});
