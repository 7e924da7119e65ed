import { describe, expect, it } from 'vitest';
import { upcomingDays } from './days.ts';

const range = (from: string, to: string, comment: string | null = null, onAppointment = false) => ({
	from,
	to,
	onAppointment,
	comment
});
const days = (value: string, from: string, count: number) =>
	upcomingDays(value, new Date(`${from}T11:00:00Z`), count);

describe('the coming days', () => {
	it('have their hours, with what is on appointment', () => {
		const value = 'Mo-Fr 09:00-12:00, Th 13:00-16:00 "enkel op afspraak"; Fr 10:00-11:00 "bel eerst"';
		expect(days(value, '2026-11-25', 4)).toEqual([
			{ date: '2026-11-25', ranges: [range('09:00', '12:00')], holiday: null, isClosedBy: null },
			{
				date: '2026-11-26',
				ranges: [range('09:00', '12:00'), range('13:00', '16:00', 'enkel op afspraak', true)],
				holiday: null,
				isClosedBy: null
			},
			{ date: '2026-11-27', ranges: [range('10:00', '11:00', 'bel eerst')], holiday: null, isClosedBy: null },
			{ date: '2026-11-28', ranges: [], holiday: null, isClosedBy: null }
		]);
	});

	it('tell why the desk is closed, and which days are holidays', () => {
		const value = 'Mo-Su 09:00-12:00; PH off; 2026 Dec 24,2026 Dec 26 off "verbouwing"';
		expect(days(value, '2026-12-24', 3)).toEqual([
			{ date: '2026-12-24', ranges: [], holiday: null, isClosedBy: 'verbouwing' },
			{ date: '2026-12-25', ranges: [], holiday: 'christmas', isClosedBy: null },
			{ date: '2026-12-26', ranges: [], holiday: null, isClosedBy: 'verbouwing' }
		]);
	});

	it('are open on a holiday that has hours of its own', () => {
		const [day] = days('Mo-Fr 09:00-12:00; PH 10:00-11:00', '2026-12-25', 1);
		expect(day).toMatchObject({ ranges: [range('10:00', '11:00')], holiday: 'christmas' });
	});

	it('keep a night with the evening on which it began', () => {
		const nights = days('Fr,Sa 22:00-02:00', '2026-11-28', 2);
		expect(nights.map(({ ranges }) => ranges)).toEqual([[range('22:00', '02:00')], []]);
	});

	it('are whole when the desk does not close', () => {
		expect(days('24/7', '2026-11-28', 2).map(({ ranges }) => ranges)).toEqual([
			[range('00:00', '24:00')],
			[range('00:00', '24:00')]
		]);
	});

	it('have no end where nobody knows it, and perhaps a later one', () => {
		expect(days('Mo-Su 09:00+', '2026-11-28', 1)[0]?.ranges).toEqual([{ ...range('09:00', ''), to: null }]);
		expect(days('Mo-Su 09:00-17:00+', '2026-11-28', 1)[0]?.ranges).toEqual([
			{ ...range('09:00', '17:00'), orLater: true }
		]);
	});

	it('have the hours of the shorter exception', () => {
		const value =
			'Mo-Fr 09:00-12:00; PH off; 2026 Dec 01-31 off; 2026 Dec 02-03 Mo-Fr 10:00-11:00 "toch open"';
		expect(days(value, '2026-12-01', 3).map(({ ranges }) => ranges.length)).toEqual([0, 1, 1]);
	});

	it('begin on the day it is in Belgium', () => {
		expect(upcomingDays('24/7', new Date('2026-11-23T23:30:00Z'), 1)[0]?.date).toBe('2026-11-24');
	});

	it('are not known outside the closures when only those are said', () => {
		expect(days('Jul off', '2026-07-31', 2)).toMatchObject([{ ranges: [] }, { ranges: [], isUnknown: true }]);
		expect(days('Jul off', '2026-07-31', 1)[0]).not.toHaveProperty('isUnknown');
		expect(days('Mo-Fr 12:00-13:00 off', '2026-12-01', 1)[0]).toMatchObject({ ranges: [], isUnknown: true });
		expect(days('Jul off || "op afspraak"', '2026-08-01', 1)[0]?.ranges).toMatchObject([
			{ from: '00:00', to: '24:00', onAppointment: true }
		]);
	});

	it('are not told when they are not known', () => {
		expect(days('op afspraak, denk ik', '2026-11-28', 2)).toEqual([]);
		expect(days('"op afspraak"', '2026-11-28', 2)).toEqual([]);
		expect(days('Mo-Fr 09:00-12:00; SH off', '2026-11-28', 2)).toEqual([]);
	});
});
