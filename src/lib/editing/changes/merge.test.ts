import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DESK_PARTS, deskContent, type DeskContent } from '../content';
import { differingParts, merge, withPart } from './merge';

const BASE: DeskContent = {
	...v.parse(deskContent, {}),
	name: 'Loket',
	street: 'Botermarkt 1',
	postcode: '9000',
	place: 'Gent',
	lon: 3.72,
	lat: 51.05,
	location_approximate: true,
	phone: '+3292101010',
	email: null,
	website: null,
	opening_hours: 'Mo 09:00-12:00',
	languages: ['nl'],
	wheelchair: null,
	description: null
};

describe('two people who change one desk', () => {
	test('keep what each changed alone', () => {
		const published = { ...BASE, phone: '+3292101011' };
		const own = { ...BASE, name: 'Vrijwilligersloket', languages: ['nl', 'fr'] };
		expect(merge(DESK_PARTS, BASE, published, own)).toEqual({
			content: { ...BASE, name: 'Vrijwilligersloket', languages: ['nl', 'fr'], phone: '+3292101011' },
			conflicts: [],
			taken: ['phone']
		});
	});

	test('keep the own words where both wrote, and hear of it', () => {
		const published = { ...BASE, name: 'Loket Zuid', phone: null };
		const own = { ...BASE, name: 'Loket Noord', phone: '+3292101012' };
		const merged = merge(DESK_PARTS, BASE, published, own);
		expect(merged).toEqual({ content: own, conflicts: ['name', 'phone'], taken: [] });
		expect(withPart(DESK_PARTS, merged.content, 'name', published)).toEqual({ ...own, name: 'Loket Zuid' });
	});

	test('agree when they wrote the same', () => {
		const both = { ...BASE, name: 'Loket Zuid' };
		expect(merge(DESK_PARTS, BASE, both, { ...both })).toEqual({ content: both, conflicts: [], taken: [] });
	});

	test('never get half an address or half a pin of each', () => {
		const published = { ...BASE, street: 'Botermarkt 2', lon: 3.73 };
		const own = { ...BASE, place: 'Gent-centrum', lat: 51.06, location_approximate: false };
		const { content, conflicts } = merge(DESK_PARTS, BASE, published, own);
		expect(conflicts).toEqual(['address', 'pin']);
		expect(withPart(DESK_PARTS, content, 'pin', published)).toMatchObject({
			lon: 3.73,
			lat: 51.05,
			location_approximate: true,
			place: 'Gent-centrum'
		});
	});

	test('see every difference when nobody knows what they started from', () => {
		const own = { ...BASE, email: 'loket@gent.be' };
		expect(merge(DESK_PARTS, null, BASE, own)).toEqual({ content: own, conflicts: ['email'], taken: [] });
		expect(differingParts(DESK_PARTS, BASE, own)).toEqual(['email']);
	});
});
