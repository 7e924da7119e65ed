import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { profileSchema } from './profileSchema';

const good = {
	fullName: 'Noor Voorbeeld',
	jobTitle: 'Coördinator vrijwilligers',
	position: 'staff',
	phone: '0470 12 34 56',
	bio: 'Alles over verzekeringen.',
	listed: true,
	visibleFields: ['phone'],
	notifications: ['new_colleague'],
	locale: 'nl',
	version: '2026-11-21T10:00:00.123456+00:00'
};

const judge = (changes: Record<string, unknown>) => v.safeParse(profileSchema, { ...good, ...changes });

/** The first sentence a person would read at a field. */
const complaint = (changes: Record<string, unknown>): string | undefined =>
	judge(changes).issues?.find((issue) => issue.path?.[0].key === Object.keys(changes)[0])?.message;

describe('the own profile', () => {
	it('is taken as it was written', () => {
		expect(judge({})).toMatchObject({ success: true, output: good });
	});

	it('may say nothing about telephone and text, and show nothing', () => {
		expect(judge({ phone: '', bio: '', listed: false, visibleFields: [], notifications: [] }).success).toBe(
			true
		);
	});

	it('asks for what is missing, one sentence a field', () => {
		expect(complaint({ fullName: ' \u202E ' })).toBe('Vul je naam in');
		expect(complaint({ jobTitle: '' })).toBe('Vul je functie in');
		expect(complaint({ position: '' })).toBe('Kies of je medewerker of politiek mandataris bent');
		expect(complaint({ locale: 'de' })).toBe('Kies een van de drie talen');
	});

	it('counts characters as the database does', () => {
		expect(judge({ fullName: `N${'🌻'.repeat(99)}` }).success).toBe(true);
		expect(complaint({ fullName: `N${'🌻'.repeat(100)}` })).toContain('100');
		expect(complaint({ jobTitle: 'a'.repeat(151) })).toContain('150');
		expect(judge({ bio: 'a\r\n'.repeat(1000) }).success).toBe(true);
		expect(complaint({ bio: 'a'.repeat(2_010) })).toContain('10 tekens korter');
	});

	it('does not take what nobody can call for a telephone number', () => {
		expect(complaint({ phone: 'bel mij' })).toContain('0470\u00A012\u00A034\u00A056');
	});

	it('knows no other choices than it offers, and counts each once', () => {
		expect(judge({ visibleFields: ['email'] }).success).toBe(false);
		expect(judge({ notifications: ['everything'] }).success).toBe(false);
		expect(judge({ visibleFields: ['phone', 'phone'] })).toMatchObject({
			output: { visibleFields: ['phone'] }
		});
	});

	it('takes an edition that was made up for one long gone', () => {
		expect(judge({ version: "'; drop" })).toMatchObject({ output: { version: '1970-01-01T00:00:00+00:00' } });
	});

	it('survives a form without fields', () => {
		expect(v.safeParse(profileSchema, {}).success).toBe(false);
	});
});
