import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contentOfForm, deskSchema, EMPTY_DESK, formOfContent, withParts, type DeskForm } from './deskSchema';

const TYPED: DeskForm = {
	...EMPTY_DESK,
	name: '  Vrijwilligersloket  Zuid ',
	street: 'Woodrow Wilsonplein 1',
	postcode: ' 9000',
	place: 'Gent',
	lon: '3,731',
	lat: '51.0436',
	phone: '09 210.10/10',
	email: ' loket@gent.be',
	website: 'www.gent.be/vrijwilligers',
	languages: ['uk', 'nl', 'fr', 'nl'],
	wheelchair: 'limited',
	description: 'Eerste regel\r\nTweede regel',
	revision: '3'
};

const read = (changes: Partial<DeskForm> = {}) => v.safeParse(deskSchema, { ...TYPED, ...changes });
const wrong = (changes: Partial<DeskForm>) =>
	Object.keys(v.flatten<typeof deskSchema>(read(changes).issues ?? [{} as never]).nested ?? {});

describe('what an editor types about a desk', () => {
	test('is stored tidy: numbers as the world dials them, addresses with their scheme', () => {
		const { output, success } = read();
		expect(success).toBe(true);
		expect(contentOfForm(output as DeskForm)).toMatchObject({
			name: 'Vrijwilligersloket Zuid',
			street: 'Woodrow Wilsonplein 1',
			postcode: '9000',
			place: 'Gent',
			lon: 3.731,
			lat: 51.0436,
			location_approximate: false,
			phone: '+3292101010',
			email: 'loket@gent.be',
			website: 'https://www.gent.be/vrijwilligers',
			opening_hours: null,
			languages: ['nl', 'fr', 'uk'],
			wheelchair: 'limited',
			description: 'Eerste regel\nTweede regel'
		});
	});

	test('comes back as it is read, and changes nothing when it is sent again', () => {
		const content = contentOfForm(read().output as DeskForm);
		const again = { ...EMPTY_DESK, ...formOfContent(content) };
		expect(again.phone).toBe('09 210 10 10');
		expect(contentOfForm(v.parse(deskSchema, again))).toEqual(content);
	});

	test.each([
		['name', { name: ' ' }],
		['name', { name: 'x'.repeat(151) }],
		['street', { street: '' }],
		['postcode', { postcode: '900' }],
		['postcode', { postcode: '0900' }],
		['place', { place: '' }],
		['lon', { lon: '0' }],
		['lon', { lon: 'ergens' }],
		['lat', { lat: '3,72' }],
		['phone', { phone: '12' }],
		['email', { email: 'loket@' }],
		['website', { website: 'javascript:alert(1)' }],
		['languages', { languages: [] }],
		['languages.0', { languages: ['<b>'] }],
		['description', { description: 'x'.repeat(2_001) }]
	] satisfies [string, Partial<DeskForm>][])('is refused in %s: %j', (field, changes) => {
		expect(wrong(changes)).toEqual([field]);
	});

	test('may leave out the pin, which the address tells', () => {
		expect(read({ lon: '', lat: '' }).success).toBe(true);
	});

	test('stays approximate until the pin is moved', () => {
		const at = { lon: '3.72', lat: '51.05', approximateAt: '3.72 51.05' };
		const form = { ...TYPED, ...at };
		expect(contentOfForm(form).location_approximate).toBe(true);
		expect(contentOfForm({ ...form, lon: '3.7201' }).location_approximate).toBe(false);
		expect(formOfContent(contentOfForm(form)).approximateAt).toBe(at.approximateAt);
	});

	test('is kept in a draft as it was typed, right or not', () => {
		const content = contentOfForm({ ...TYPED, phone: 'bel Jan', website: 'ooit' });
		expect(content).toMatchObject({ phone: 'bel Jan', website: 'ooit' });
		expect(formOfContent(content)).toMatchObject({ phone: 'bel Jan', website: 'ooit' });
	});

	test('stays to the letter where another version is taken over elsewhere', () => {
		const theirs = { ...contentOfForm(TYPED), street: 'Elders 2', place: 'Ledeberg', phone: null };
		const form = withParts({ ...TYPED, phone: 'bel Jan' }, ['address'], theirs);
		expect(form).toEqual({
			...TYPED,
			phone: 'bel Jan',
			street: 'Elders 2',
			postcode: theirs.postcode,
			place: 'Ledeberg'
		});
	});
});
