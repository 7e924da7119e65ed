import { describe, expect, it } from 'vitest';
import { openingHoursLines } from './openingHoursText.ts';

const hours = 'Mo-We,Fr 09:00-12:00,13:30-16:30; Th 09:00-19:00; PH off';

describe('opening hours in words', () => {
	it('has a line for each rule, in Dutch', () => {
		expect(openingHoursLines(hours, 'nl')).toEqual([
			'ma-wo, vr 09:00-12:00, 13:30-16:30',
			'do 09:00-19:00',
			'feestdagen gesloten'
		]);
	});
	it('uses the words of the reader’s language', () => {
		expect(openingHoursLines(hours, 'fr')?.[2]).toBe('jours fériés fermé');
		expect(openingHoursLines(hours, 'en')).toEqual([
			'Mon-Wed, Fri 09:00-12:00, 13:30-16:30',
			'Thu 09:00-19:00',
			'Public holidays closed'
		]);
	});
	it('says nothing rather than something wrong', () => {
		expect(openingHoursLines('op afspraak, denk ik', 'nl')).toBeNull();
		expect(openingHoursLines('Mo 25:00-27:00', 'nl')).toBeNull();
	});
});
