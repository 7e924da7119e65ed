import { describe, expect, it } from 'vitest';
import { withPlainSpaces } from '../text/noBreak.ts';
import { openingHoursLines as lines } from './text.ts';

/** The words alone: where a line may not end has a test of its own. */
const openingHoursLines = (...asked: Parameters<typeof lines>) =>
	lines(...asked)?.map(withPlainSpaces) ?? null;

const hours = 'Mo-We,Fr 09:00-12:00,13:30-16:30; Th 09:00-19:00; PH off';

describe('opening hours in words', () => {
	it('are a line for each rule, in Dutch', () => {
		expect(openingHoursLines(hours, 'nl')).toEqual([
			'maandag tot woensdag en vrijdag: 9 tot 12 uur en 13.30 tot 16.30 uur',
			'donderdag: 9 tot 19 uur',
			'feestdagen: gesloten'
		]);
	});

	it('end no line between a number and its unit', () => {
		expect(lines('Mo 09:00-12:00,13:30-17:00+', 'nl')).toEqual([
			expect.stringContaining('9 tot 12\u00A0uur en 13.30 tot 17\u00A0uur of later')
		]);
	});

	it('are in French', () => {
		expect(openingHoursLines(hours, 'fr')).toEqual([
			'du lundi au mercredi et vendredi : 9h à 12h et 13h30 à 16h30',
			'jeudi : 9h à 19h',
			'jours fériés : fermé'
		]);
	});

	it('are in English', () => {
		expect(openingHoursLines(hours, 'en')).toEqual([
			'Monday to Wednesday and Friday: 9:00 to 12:00 and 13:30 to 16:30',
			'Thursday: 9:00 to 19:00',
			'Public holidays: closed'
		]);
	});

	it.each([
		['Mo-Fr 09:00-17:00 "op afspraak"', 'maandag tot vrijdag: 9 tot 17 uur, op afspraak'],
		['We 14:00-17:00', 'woensdag: 14 tot 17 uur'],
		['Tu,Th 13:30-17:00', 'dinsdag en donderdag: 13.30 tot 17 uur'],
		['Mo,We,Fr 09:00-12:30', 'maandag, woensdag en vrijdag: 9 tot 12.30 uur'],
		['Sa-Mo 10:00-12:00', 'zaterdag tot maandag: 10 tot 12 uur'],
		['Sa-Su 10:00-12:00', 'zaterdag en zondag: 10 tot 12 uur'],
		['Mo-Su 10:00-12:00', 'elke dag: 10 tot 12 uur'],
		['10:00-12:00', 'elke dag: 10 tot 12 uur'],
		['Su,PH off', 'zondag en feestdagen: gesloten'],
		['Jul 15-Aug 15 off', 'van 15 juli tot 15 augustus: gesloten'],
		['Dec 24 off', '24 december: gesloten'],
		['"op afspraak"', 'op afspraak'],
		['Mo-Fr "bel eerst; wij helpen"', 'maandag tot vrijdag: bel eerst; wij helpen'],
		['24/7', 'dag en nacht open'],
		[
			'2026 Dec 24-2027 Jan 02 off "verbouwing"',
			'van 24 december 2026 tot 2 januari 2027: gesloten (verbouwing)'
		],
		['2026 Dec 24-26 10:00-12:00', 'van 24 december tot 26 december 2026: 10 tot 12 uur'],
		[
			'2026 Jul 01-2026 Aug 31 Mo-Fr 09:00-12:00',
			'van 1 juli tot 31 augustus 2026, maandag tot vrijdag: 9 tot 12 uur'
		],
		// A Tuesday and a Wednesday; from Friday on there is a weekend between.
		['2026 Dec 01-2026 Dec 02 Mo-Fr 10:00-11:00', 'van 1 december tot 2 december 2026: 10 tot 11 uur'],
		[
			'2026 Dec 04-2026 Dec 07 Mo-Fr 10:00-11:00',
			'van 4 december tot 7 december 2026, maandag tot vrijdag: 10 tot 11 uur'
		],
		['PH off "feestdag"', 'feestdagen: gesloten (feestdag)'],
		['Mo 9:00-12:00 "enkel op afspraak"', 'maandag: 9 tot 12 uur, op afspraak']
	])('reads %s as “%s”', (value, line) => {
		expect(openingHoursLines(value, 'nl')).toEqual([line]);
	});

	it('leaves a day to the last rule that names it, as the syntax does', () => {
		expect(openingHoursLines('Mo-Fr 08:30-12:00; We 13:30-18:30; PH off', 'nl')).toEqual([
			'maandag, dinsdag, donderdag en vrijdag: 8.30 tot 12 uur',
			'woensdag: 13.30 tot 18.30 uur',
			'feestdagen: gesloten'
		]);
	});

	it('keeps the hours beside a remark on its own', () => {
		expect(openingHoursLines('Mo-Fr 09:00-17:00; "bel eerst"', 'nl')).toEqual([
			'maandag tot vrijdag: 9 tot 17 uur',
			'bel eerst'
		]);
	});

	it('adds hours that come with others, such as those on appointment', () => {
		const value = 'Mo-Fr 09:00-12:00, Th 13:00-16:00 "op afspraak"; PH off || "bel gerust"';
		expect(openingHoursLines(value, 'nl')).toEqual([
			'maandag tot vrijdag: 9 tot 12 uur',
			'donderdag: 13 tot 16 uur, op afspraak',
			'feestdagen: gesloten',
			'bel gerust'
		]);
		expect(openingHoursLines(value, 'fr')?.[1]).toBe('jeudi : 13h à 16h, sur rendez-vous');
		expect(openingHoursLines(value, 'en')?.[1]).toBe('Thursday: 13:00 to 16:00, by appointment');
	});

	it('tells holidays beside a period', () => {
		expect(openingHoursLines('2026 Jul 01-2026 Jul 31 09:00-12:00; PH off', 'nl')).toEqual([
			'van 1 juli tot 31 juli 2026: 9 tot 12 uur',
			'feestdagen: gesloten'
		]);
	});

	it('says a period in each language', () => {
		const value = 'Mo-Fr 09:00-16:00; PH off; Jul 15-Aug 15 off';
		expect(openingHoursLines(value, 'fr')?.[2]).toBe('du 15 juillet au 15 août : fermé');
		expect(openingHoursLines(value, 'en')?.[2]).toBe('15 July to 15 August: closed');
		expect(openingHoursLines('10:00-12:00', 'fr')).toEqual(['tous les jours : 10h à 12h']);
		expect(openingHoursLines('Mo-Su 10:00-12:00', 'en')).toEqual(['Every day: 10:00 to 12:00']);
	});

	it.each([
		[
			'Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00',
			'eerste zaterdag van de maand: 10 tot 12 uur',
			'premier samedi du mois : 10h à 12h',
			'first Saturday of the month: 10:00 to 12:00'
		],
		[
			'Th[1,3] 14:00-16:00',
			'eerste en derde donderdag van de maand: 14 tot 16 uur',
			'premier et troisième jeudi du mois : 14h à 16h',
			'first and third Thursday of the month: 14:00 to 16:00'
		],
		[
			'week 1-53/2 Tu 10:00-12:00',
			'om de twee weken (oneven weken), dinsdag: 10 tot 12 uur',
			'une semaine sur deux (semaines impaires), mardi : 10h à 12h',
			'Every other week (odd weeks), Tuesday: 10:00 to 12:00'
		],
		[
			'week 2-52/2 We 14:00-17:00',
			'om de twee weken (even weken), woensdag: 14 tot 17 uur',
			'une semaine sur deux (semaines paires), mercredi : 14h à 17h',
			'Every other week (even weeks), Wednesday: 14:00 to 17:00'
		],
		['easter -2 days off', 'Goede Vrijdag: gesloten', 'Vendredi saint : fermé', 'Good Friday: closed'],
		[
			'Mo-Su 09:00+',
			'elke dag: vanaf 9 uur (einduur niet bekend)',
			'tous les jours : à partir de 9h (heure de fin inconnue)',
			'Every day: from 9:00 (closing time not known)'
		],
		[
			'Jul-Aug Mo-Fr 09:00-12:00',
			'in juli en augustus, maandag tot vrijdag: 9 tot 12 uur',
			'en juillet et août, du lundi au vendredi : 9h à 12h',
			'In July and August, Monday to Friday: 9:00 to 12:00'
		],
		[
			'Oct-Mar: Su 10:00-12:00',
			'van oktober tot en met maart, zondag: 10 tot 12 uur',
			'd’octobre à mars inclus, dimanche : 10h à 12h',
			'October to March inclusive, Sunday: 10:00 to 12:00'
		],
		[
			'Fr 18:00-02:00',
			'vrijdag: 18 tot 2 uur (de dag erna)',
			'vendredi : 18h à 2h (le lendemain)',
			'Friday: 18:00 to 2:00 (the next day)'
		],
		[
			'week 01-20 Mo-Fr 09:00-12:00 "op afspraak"',
			'in week 1 tot en met 20, maandag tot vrijdag: 9 tot 12 uur, op afspraak',
			'semaine 1 à 20 incluse, du lundi au vendredi : 9h à 12h, sur rendez-vous',
			'In week 1 to 20 inclusive, Monday to Friday: 9:00 to 12:00, by appointment'
		],
		[
			'Mo-Fr 09:00-12:00, Th[2] 17:00-19:00',
			'tweede donderdag van de maand: ook 17 tot 19 uur',
			'deuxième jeudi du mois : aussi 17h à 19h',
			'second Thursday of the month: also 17:00 to 19:00'
		],
		[
			'Mo-Fr 00:00-24:00',
			'maandag tot vrijdag: de hele dag open',
			'du lundi au vendredi : ouvert toute la journée',
			'Monday to Friday: open all day'
		]
	])('are words whatever is stored: %s', (value, ...told) => {
		const last = (['nl', 'fr', 'en'] as const).map((locale) => openingHoursLines(value, locale)?.at(-1));
		expect(last).toEqual(told);
	});

	it('say what counts: a closure on holidays that is written first is meant all the same', () => {
		expect(openingHoursLines('PH off; Mo-Fr 09:00-12:00', 'nl')).toEqual([
			'maandag tot vrijdag: 9 tot 12 uur',
			'feestdagen: gesloten'
		]);
	});

	it('do not say what later rules take away', () => {
		expect(openingHoursLines('Sa[1] 10:00-12:00; Mo-Sa 09:00-11:00', 'nl')).toEqual([
			'maandag tot zaterdag: 9 tot 11 uur'
		]);
		expect(openingHoursLines('2026 Dec 02-03 10:00-11:00; 2026 Dec 01-31 off', 'nl')).toEqual([
			'van 1 december tot 31 december 2026: gesloten'
		]);
		expect(openingHoursLines('Jul 08:00-13:00; Mo-Fr 09:00-12:00', 'nl')?.[0]).toBe(
			'in juli: 8 tot 13 uur (niet op maandag tot vrijdag)'
		);
	});

	it('leave out what is past', () => {
		const value =
			'Mo 09:00-12:00; 2025 Mo 08:00-12:00; 2026 Nov 02 off; 2026 Dec 24-2027 Jan 02 off; Dec 31 off';
		expect(openingHoursLines(value, 'nl', new Date('2026-11-30T11:00:00Z'))).toEqual([
			'maandag: 9 tot 12 uur',
			'van 24 december 2026 tot 2 januari 2027: gesloten',
			'31 december: gesloten'
		]);
		expect(openingHoursLines(value, 'nl')).toHaveLength(5);
	});

	it('says nothing rather than something wrong', () => {
		expect(openingHoursLines('op afspraak, denk ik', 'nl')).toBeNull();
		expect(openingHoursLines('Mo 25:00-27:00', 'nl')).toBeNull();
		// Not known either to who asks whether the desk is open.
		expect(openingHoursLines('Mo sunrise-12:00', 'nl')).toBeNull();
		expect(openingHoursLines('ma,di,do 9:00-12:00', 'nl')).toBeNull();
	});
});
