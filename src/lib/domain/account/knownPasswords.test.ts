import { expect, it } from 'vitest';
import { isKnownPassword } from './knownPasswords.ts';

it.each([
	'          ',
	'\u00a0'.repeat(10),
	'wachtwoord1',
	'Wachtwoord123!',
	'wacht woord 2026',
	'WachtwoordWachtwoord',
	'password123',
	'P@ssw0rd2026',
	'motdepasse1',
	'azertyuiop',
	'azerty12345',
	'qwertyuiop',
	'welkom12345',
	'1234567890',
	'0987654321',
	'1q2w3e4r5t',
	'aaaaaaaaaaaa'
])('knows “%s” as one that is tried first', (password) => {
	expect(isKnownPassword(password)).toBe(true);
});

it.each([
	'vier losse woorden',
	'wachtwoord voor de gemeente',
	'correct horse battery staple',
	'8Xq!2vLp0Zr',
	'17 paarse olifanten',
	'🌻🌷🌻🌷🌻🌷🌻🌷🌻🌷'
])('lets “%s” be', (password) => {
	expect(isKnownPassword(password)).toBe(false);
});
