import { describe, expect, it } from 'vitest';
import type { Locale } from '$lib/domain/directory/directory';
import { openingState } from '$lib/domain/openingHours/state';
import { withPlainSpaces } from '$lib/domain/text/noBreak';
import { openingStatus } from './openingStatus';

const HOURS = 'Mo-Fr 09:00-12:00,13:30-17:00; PH off; 2026 Dec 26-2026 Dec 31 off';
const status = (now: string, locale: Locale, hours: string = HOURS) =>
	withPlainSpaces(openingStatus(openingState(hours, new Date(now)), locale, new Date(now)));

describe('whether a desk is open, in words', () => {
	it.each([
		['2026-12-21T10:00:00Z', 'Nu open, tot 12 uur', 'Ouvert, jusqu’à 12h', 'Open now, until 12:00'],
		[
			'2026-12-21T12:00:00Z',
			'Gesloten, opent vandaag om 13.30 uur',
			'Fermé, ouvre aujourd’hui à 13h30',
			'Closed, opens today at 13:30'
		],
		// Past midnight in Belgium it is that day already.
		[
			'2026-12-20T23:30:00Z',
			'Gesloten, opent vandaag om 9 uur',
			'Fermé, ouvre aujourd’hui à 9h',
			'Closed, opens today at 9:00'
		],
		[
			'2026-12-21T19:00:00Z',
			'Gesloten, opent morgen om 9 uur',
			'Fermé, ouvre demain à 9h',
			'Closed, opens tomorrow at 9:00'
		],
		[
			'2026-12-19T10:00:00Z',
			'Gesloten, opent maandag om 9 uur',
			'Fermé, ouvre lundi à 9h',
			'Closed, opens on Monday at 9:00'
		],
		[
			'2026-12-26T10:00:00Z',
			'Gesloten, opent op 4 januari om 9 uur',
			'Fermé, ouvre le 4 janvier à 9h',
			'Closed, opens on 4 January at 9:00'
		]
	])('at %s', (now, nl, fr, en) => {
		expect([status(now, 'nl'), status(now, 'fr'), status(now, 'en')]).toEqual([nl, fr, en]);
	});

	it.each([
		['24/7', 'Nu open'],
		['"op afspraak"', 'Op afspraak'],
		['Jul Mo-Fr 09:00-12:00', 'De komende weken gesloten'],
		['op afspraak, denk ik', 'We kennen de openingsuren niet']
	])('says of %s: %s', (hours, words) => {
		expect(status('2026-12-21T10:00:00Z', 'nl', hours)).toBe(words);
	});

	it('says since when, where nobody knows until when', () => {
		const at = '2026-12-21T10:00:00Z';
		expect(status(at, 'nl', 'Mo 09:00+')).toBe('Open sinds 9 uur, tot wanneer weten we niet');
		expect(status(at, 'fr', 'Mo 09:00+')).toBe(
			'Ouvert depuis 9h, jusqu’à une heure que nous ne connaissons pas'
		);
		expect(status(at, 'en', 'Mo 09:00+')).toBe('Open since 9:00, closing time not known');
	});
});
