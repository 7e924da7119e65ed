import { expect, it } from 'vitest';
import { businessHours } from './businessHours.ts';

/** A Monday in March; Easter Monday is the 6th of April. */
const NOW = new Date('2026-03-02T10:00:00+01:00');
const of = (hours: string, now = NOW) => {
	const { openingHoursSpecification = [], specialOpeningHoursSpecification = [] } = businessHours(hours, now);
	const short = (address: string) => address.replace('https://schema.org/', '').slice(0, 2);
	return {
		week: openingHoursSpecification.map(
			({ dayOfWeek = [], opens, closes = '' }) => `${dayOfWeek.map(short).join()} ${opens}-${closes}`
		),
		exceptions: specialOpeningHoursSpecification.map(
			({ validFrom, validThrough, opens, closes = '' }) => `${validFrom}/${validThrough} ${opens}-${closes}`
		)
	};
};

it('tells a usual week by its days, and holidays as exceptions', () => {
	expect(of('Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00; PH off')).toEqual({
		week: ['Mo,Tu,We,Th 09:00-12:00', 'Mo,Tu,We,Th 13:00-16:00', 'Fr 09:00-12:00'],
		exceptions: [
			'2026-04-06/2026-04-06 00:00-00:00',
			'2026-05-01/2026-05-03 00:00-00:00',
			'2026-05-14/2026-05-14 00:00-00:00',
			'2026-05-25/2026-05-25 00:00-00:00'
		]
	});
});

it('tells a closure of weeks as one exception, and keeps the week', () => {
	const { week, exceptions } = of(
		'Mo-Fr 09:00-12:00; Jul 15-Aug 15 off',
		new Date('2026-07-01T10:00:00+02:00')
	);
	expect(week).toEqual(['Mo,Tu,We,Th,Fr 09:00-12:00']);
	expect(exceptions).toEqual(['2026-07-15/2026-08-16 00:00-00:00']);
});

it('tells other hours on some dates', () => {
	expect(of('Mo-Fr 09:00-12:00; 2026 Mar 12 14:00-18:00').exceptions).toEqual([
		'2026-03-12/2026-03-12 14:00-18:00'
	]);
});

it('tells what is once a month by its dates', () => {
	const { week, exceptions } = of('Sa[1] 10:00-12:00');
	expect(week).toEqual([]);
	expect(exceptions).toContain('2026-03-07/2026-03-07 10:00-12:00');
});

it('leaves out hours on appointment, and has no 24:00', () => {
	expect(of('Mo 09:00-12:00; Tu 09:00-12:00 "op afspraak"').week).toEqual(['Mo 09:00-12:00']);
	expect(of('24/7').week).toEqual(['Mo,Tu,We,Th,Fr,Sa,Su 00:00-23:59']);
});

it('says nothing of what it cannot judge', () => {
	expect(businessHours('gebroken', NOW)).toEqual({});
	expect(businessHours('"op afspraak"', NOW)).toEqual({});
});

it('tells when it opens on a day of which nobody knows the end, rather than that it is closed', () => {
	expect(of('Mo 09:00-12:00; Tu 14:00+').week).toEqual(['Mo 09:00-12:00', 'Tu 14:00-']);
	expect(of('Mo-Fr 09:00-12:00; 2026 Mar 12 14:00+').exceptions).toEqual(['2026-03-12/2026-03-12 14:00-']);
	const [tuesday] = businessHours('Tu 14:00+', NOW).openingHoursSpecification ?? [];
	expect(tuesday).not.toHaveProperty('closes');
});
