import { describe, expect, it } from 'vitest';
import { openingHoursLines } from './text.ts';

const hours = 'Mo-We,Fr 09:00-12:00,13:30-16:30; Th 09:00-19:00; PH off';

describe('opening hours in words', () => {
	it('are a line for each rule, in Dutch', () => {
		expect(openingHoursLines(hours, 'nl')).toEqual([
			'maandag tot woensdag en vrijdag: 9 tot 12 uur en 13.30 tot 16.30 uur',
			'donderdag: 9 tot 19 uur',
			'feestdagen: gesloten'
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
		['2026 Dec 24-26 10:00-12:00', 'van 24 december 2026 tot 26 december 2026: 10 tot 12 uur'],
		[
			'2026 Jul 01-2026 Aug 31 Mo-Fr 09:00-12:00',
			'van 1 juli 2026 tot 31 augustus 2026, maandag tot vrijdag: 9 tot 12 uur'
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
			'van 1 juli 2026 tot 31 juli 2026: 9 tot 12 uur',
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
		'week 01-20 Mo-Fr 09:00-12:00 "op afspraak"',
		'Mo[1] 09:00-12:00 "op afspraak"',
		'Mo sunrise-12:00'
	])('leaves what it has no words for to the library, without quotes: %s', (value) => {
		const lines = openingHoursLines(value, 'nl');
		expect(lines).toHaveLength(1);
		expect(lines?.[0]).not.toContain('"');
	});

	it('says nothing rather than something wrong', () => {
		expect(openingHoursLines('op afspraak, denk ik', 'nl')).toBeNull();
		expect(openingHoursLines('Mo 25:00-27:00', 'nl')).toBeNull();
	});
});
