import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password.ts';

const NOOR = ['Noor van Voorbeeld', 'noor.van.voorbeeld@gent.example'];

describe('a password', () => {
	it('is ten characters or more, of any kind', () => {
		expect(passwordProblem('vier woord', NOOR)).toBeNull();
		expect(passwordProblem('🌻🌷'.repeat(5), NOOR)).toBeNull();
		expect(passwordProblem('negen tek', NOOR)).toBe('short');
		expect(passwordProblem('🌻'.repeat(9), NOOR)).toBe('short');
		expect(passwordProblem('', NOOR)).toBe('missing');
	});

	it('is no longer than what is read of it, counted in bytes', () => {
		expect(passwordProblem('ab'.repeat(36), NOOR)).toBeNull();
		expect(passwordProblem(`${'ab'.repeat(36)}a`, NOOR)).toBe('long');
		expect(passwordProblem('é'.repeat(37), NOOR)).toBe('long');
	});

	it('is not one of those that are tried first, and more than spaces', () => {
		expect(passwordProblem('wachtwoord1', NOOR)).toBe('known');
		expect(passwordProblem(' '.repeat(10), NOOR)).toBe('known');
	});

	it.each([
		'noor.van.voorbeeld@gent.example',
		'NOOR.VAN.VOORBEELD',
		'noor van voorbeeld',
		'NoorVanVoorbeeld'
	])('is not the name or the address of the person, as in %s', (password) => {
		expect(passwordProblem(password, NOOR)).toBe('personal');
	});
});
