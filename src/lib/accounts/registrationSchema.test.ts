import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { registrationSchema } from './registrationSchema';

const good = {
	fullName: 'Noor van Voorbeeld',
	jobTitle: 'Coördinator vrijwilligers',
	position: 'staff',
	government: 'Gemeente Gent',
	governmentChoice: '',
	governmentAsked: '',
	email: 'noor@gent.example',
	signInWith: 'password',
	password: 'vier losse woorden',
	motivation: '',
	consent: true
};

const judge = (changes: Record<string, unknown> = {}) =>
	v.safeParse(registrationSchema, { ...good, ...changes });

/** The first sentence a person would read at each field. */
const complaints = (changes: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		(judge(changes).issues ?? []).map(({ path, message }) => [String(path?.[0].key), message]).reverse()
	);

describe('a request for an account', () => {
	it('is taken as it was written', () => {
		expect(judge()).toMatchObject({ success: true, output: good });
	});

	it('says at once all that is missing from an empty form', () => {
		expect(
			Object.keys(complaints(Object.fromEntries(Object.keys(good).map((name) => [name, undefined])))).sort()
		).toEqual(['consent', 'email', 'fullName', 'government', 'jobTitle', 'password', 'position']);
	});

	it('keeps markup, emoji and other alphabets as text, on one line', () => {
		const fullName = '<b>Noor</b> 🌻 نور';
		expect(judge({ fullName: ` ${fullName}\r\n` }).output).toMatchObject({ fullName });
	});

	it('takes out marks that turn the direction of what follows, and what cannot be stored', () => {
		expect(judge({ fullName: 'Noor\u202E\u0000 Voorbeeld\u2066' }).output).toMatchObject({
			fullName: 'Noor Voorbeeld'
		});
	});

	it.each(['123', '🌻🌻', '...', '\u0301'])('does not take %s for a name or a function', (text) => {
		expect(complaints({ fullName: text, jobTitle: text })).toEqual({
			fullName: 'Vul je naam in met letters',
			jobTitle: 'Vul je functie in met letters'
		});
	});

	it('takes what nobody can see for nothing', () => {
		expect(complaints({ fullName: '\u200B\u2060' })).toEqual({ fullName: 'Vul je naam in' });
	});

	it('says how long each answer may be', () => {
		expect(complaints({ fullName: '🌻'.repeat(101) })).toHaveProperty('fullName');
		expect(complaints({ fullName: `N${'🌻'.repeat(99)}` })).toEqual({});
		expect(complaints({ jobTitle: 'a'.repeat(151) })).toHaveProperty('jobTitle');
		expect(complaints({ motivation: 'a'.repeat(2_003) }).motivation).toContain('3 tekens korter');
	});

	it.each(Object.keys(good).filter((name) => !['position', 'signInWith', 'consent'].includes(name)))(
		'says so when %s is half a megabyte',
		(name) => {
			expect(complaints({ [name]: 'e\u0301'.repeat(250_000) })).toHaveProperty(name);
		}
	);

	it.each(['beheerder', 'admin', '__proto__', 'constructor'])(
		'does not take %s for staff or elected',
		(position) => {
			expect(complaints({ position })).toHaveProperty('position');
		}
	);

	it('takes a domain of letters that look like others: who approves gets to see that', () => {
		expect(judge({ email: 'noor@gеnt.be' }).success).toBe(true);
	});

	it('asks no password of somebody who signs in with links', () => {
		expect(judge({ signInWith: 'link', password: '' }).success).toBe(true);
		expect(complaints({ password: '' })).toEqual({ password: 'Kies een wachtwoord' });
	});

	it.each(['          ', 'wachtwoord1', 'Password123!'])('refuses “%s”, which is tried first', (password) => {
		expect(complaints({ password }).password).toContain('bekend bij wie wachtwoorden raadt');
	});

	it('refuses a password that is the name or the address, and keeps its spaces', () => {
		expect(complaints({ password: 'NOOR VAN VOORBEELD' })).toHaveProperty('password');
		expect(complaints({ password: 'noor@gent.example' })).toHaveProperty('password');
		expect(judge({ password: '  vier woorden  ' }).output).toMatchObject({ password: '  vier woorden  ' });
	});

	it('gives no right that was not asked for: what else is posted is dropped', () => {
		expect(judge({ role: 'admin', status: 'approved' }).output).not.toHaveProperty('role');
	});
});
