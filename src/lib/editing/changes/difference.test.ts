import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DESK_PARTS, deskContent, type DeskContent } from '../content';
import { differenceOf } from './difference';

const DESK: DeskContent = {
	...v.parse(deskContent, {}),
	name: 'Loket',
	street: 'Botermarkt 1',
	postcode: '9000',
	place: 'Gent',
	lon: 3.7253,
	lat: 51.0538,
	location_approximate: true,
	phone: '+3292101010',
	email: null,
	website: null,
	opening_hours: 'Mo-Fr 09:00-12:00',
	languages: ['nl'],
	wheelchair: null,
	description: null
};

describe('the difference between two versions', () => {
	test('is told part by part, in words', () => {
		const after: DeskContent = {
			...DESK,
			phone: '+3292101020',
			opening_hours: 'Mo-Fr 09:00-12:00,13:30-16:30; PH off',
			languages: ['nl', 'fr'],
			wheelchair: 'yes',
			description: 'Eerst bellen.\nDan komen.'
		};
		expect(differenceOf(DESK_PARTS, DESK, after)).toEqual([
			{
				part: 'phone',
				before: ['09\u00A0210\u00A010\u00A010'],
				after: ['09\u00A0210\u00A010\u00A020'],
				moved: null
			},
			{
				part: 'hours',
				before: ['maandag tot vrijdag: 9 tot 12\u00A0uur'],
				after: ['maandag tot vrijdag: 9 tot 12\u00A0uur en 13.30 tot 16.30\u00A0uur', 'feestdagen: gesloten'],
				moved: null
			},
			{ part: 'languages', before: ['Nederlands'], after: ['Nederlands en Frans'], moved: null },
			{ part: 'wheelchair', before: [], after: ['Toegankelijk met een rolstoel'], moved: null },
			{ part: 'description', before: [], after: ['Eerst bellen.', 'Dan komen.'], moved: null }
		]);
	});

	test('tells how far a pin went, and that it no longer stands for the whole place', () => {
		const [pin] = differenceOf(DESK_PARTS, DESK, { ...DESK, lat: 51.0547, location_approximate: false });
		expect(pin).toMatchObject({ part: 'pin', moved: '100 meter verplaatst' });
		expect(pin?.before).toHaveLength(2);
		expect(pin?.after).toEqual(['51,0547 noorderbreedte, 3,7253 oosterlengte']);
		const [far] = differenceOf(DESK_PARTS, DESK, { ...DESK, lat: 51.0888 });
		expect(far?.moved).toBe('3,9 kilometer verplaatst');
	});

	test('of something new is all that it says', () => {
		const rows = differenceOf(DESK_PARTS, null, DESK);
		expect(rows.every(({ before }) => before.length === 0)).toBe(true);
		expect(rows.find(({ part }) => part === 'address')?.after).toEqual(['Botermarkt 1', '9000 Gent']);
	});

	test('keeps hours that nobody can put into words as they are written', () => {
		const [row] = differenceOf(DESK_PARTS, DESK, { ...DESK, opening_hours: 'elke dag' });
		expect(row?.after).toEqual(['elke dag']);
	});
});
