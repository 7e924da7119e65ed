import { describe, expect, it } from 'vitest';
import { hoursProblem, readHoursText, standardHours } from './schema.ts';

describe('opening hours that somebody hands in', () => {
	it.each([
		'',
		'Mo-Fr 09:00-12:00,13:30-16:30; PH off',
		'Mo-Fr 09:00-12:00, Th 13:00-16:00 "enkel op afspraak"',
		// The later rule replaces the earlier one.
		'Mo-Fr 08:30-17:00; We 13:30-18:30',
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
		['op afspraak, denk ik', 'unreadable', 'denk'],
		['elke werkdag', 'untold', 'werkdag'],
		['1e zaterdag van de maand', 'untold', '1e zaterdag van de maand'],
		['ma-vr 9u-12u, za', 'untold', 'za'],
		['le mercredi', 'untold', 'mercredi'],
		['wo.', 'untold', 'wo'],
		['9-12', 'unreadable', '12'],
		['Mo-Fr 09:00-12:00; Feb 30 off', 'unreadable', 'Mo-Fr 09:00-12:00; Feb 30'],
		['Mo-Fr 09:00-12:00; SH off', 'unreadable', 'SH'],
		// No week of one year is before week 40 of that year and after it.
		['week 40-18 Mo 10:00-12:00', 'unreadable', 'week 40-18'],
		// No night lasts for twenty-three hours.
		['Mo-Fr 13:00-12:00', 'order', '13:00-12:00'],
		['ma-vr 13u-12u', 'order', '13:00-12:00'],
		['Mo-Fr 09:00-12:00; Mo-Fr 13:00-16:00', 'cancelled', 'Mo-Fr 09:00-12:00'],
		['Jul Mo-Fr 08:00-12:00; Mo-Fr 09:00-12:00', 'cancelled', 'Jul Mo-Fr 08:00-12:00'],
		[
			'Mo-Fr 09:00-17:00; 2026 Dec 24 09:00-12:00; 2026 Dec 24 10:00-12:00',
			'cancelled',
			'2026 Dec 24 09:00-12:00'
		]
	])('are refused: %s', (value, code, place) => {
		expect(hoursProblem(value)).toMatchObject({ code, place });
	});

	it.each([
		['gesloten in juli', 'Jul off'],
		['laatste vrijdag van de maand gesloten', 'Fr[-1] off'],
		['gesloten op feestdagen', 'PH off'],
		['Sa,Su off', 'Sa,Su off']
	])('do not tell when it is open: %s', (value, closures) => {
		expect(hoursProblem(value)).toMatchObject({ code: 'only_closed', readings: [closures] });
	});

	it.each(['off', 'Mo-Su off "verbouwing"', 'Jul off || "op afspraak"', 'gesloten in juli, op afspraak'])(
		'tell enough when nothing is left to ask: %s',
		(value) => {
			expect(hoursProblem(value)).toBeNull();
		}
	);

	it('say what is meant where a separator is missing', () => {
		expect(hoursProblem('Mo-Fr 09:00-12:00 PH off')).toMatchObject({
			code: 'separator',
			readings: ['Mo-Fr 09:00-12:00; PH off']
		});
	});

	it('say what is left of hours that cancel others, and what may be meant', () => {
		expect(hoursProblem('Mo-Fr 09:00-12:00; Mo-Fr 13:00-16:00')?.readings).toEqual([
			'Mo-Fr 13:00-16:00',
			'Mo-Fr 09:00-12:00, Mo-Fr 13:00-16:00'
		]);
	});

	it('tell where it goes wrong in all that was written', () => {
		expect(hoursProblem('ma-vr 9-12, tenzij het regent')?.marked).toBe('ma-vr 9-12, →tenzij← het regent');
		expect(hoursProblem('Mo-Fr 09:00-25:00; PH off')?.marked).toBe('Mo-Fr →09:00-25:00←; PH off');
	});

	it.each([
		['Mo-Fr 09:00-12:00; PH off', false],
		['Mo-Fr 9:00-12:00', true],
		['ma-vr 9-12', true],
		// The end is not known, which is soon overlooked.
		['Mo-Fr 09:00+', true],
		['PH off; Mo-Fr 09:00-12:00', true]
	])(
		'are shown in words before they are kept where they are not the syntax itself: %s',
		(value, isTranslated) => {
			expect(readHoursText(value)).toMatchObject({ isTranslated });
		}
	);

	it('are refused when they are longer than what is kept', () => {
		expect(hoursProblem(`Mo 09:00-12:00 "${'o'.repeat(1000)}"`)?.code).toBe('too_long');
	});

	it.each([
		['ma-vr 9-12', 'Mo-Fr 09:00-12:00'],
		['PH off; Mo-Fr 09:00-12:00', 'Mo-Fr 09:00-12:00; PH off'],
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
