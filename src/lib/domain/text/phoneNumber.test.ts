import { describe, expect, it } from 'vitest';
import { isGivenOut } from './phoneNumberPlan.server.ts';
import {
	asTextInSpreadsheet,
	isE164,
	readablePhoneNumber,
	toE164,
	toPhoneNumber,
	typedPhoneNumber
} from './phoneNumber.ts';

it('writes a Belgian number as it is dialled here, and a foreign one with its country code', () => {
	expect(typedPhoneNumber('+3225551234')).toBe('02 555 12 34');
	expect(typedPhoneNumber('+32470123456')).toBe('0470 12 34 56');
	expect(typedPhoneNumber('+31201234567')).toBe('+31 20 123 4567');
	expect(typedPhoneNumber('ergens')).toBe('ergens');
});

it('shows a number on one line, and reads it when it is copied from there', () => {
	const shown = readablePhoneNumber('+32470123456');
	expect(shown).toBe('0470\u00A012\u00A034\u00A056');
	expect(toE164(shown)).toBe('+32470123456');
	expect(toPhoneNumber(shown)).toBe('+32470123456');
});

it.each([
	['0470 12 34 56', '+32470123456'],
	['02/555.12.34', '+3225551234'],
	['+31 (0)20 123 45 67', '+31201234567'],
	['0032 470 12 34 56', '+32470123456']
])('reads %s as people write it', (typed, e164) => {
	expect(toE164(typed)).toBe(e164);
});

it.each([
	'',
	'12',
	'bel mij',
	'0470 12 34',
	'+32 470 12 34 56 78 90',
	'0470 12 34 56 ext. 7',
	'<b>0470123456</b>x'
])('knows that nobody can be called on “%s”', (typed) => {
	expect(toE164(typed)).toBeNull();
});

it.each(['+3292667000', '+32470123456', '+31201234567'])('%s is E.164', (text) => {
	expect(isE164(text)).toBe(true);
	const written = asTextInSpreadsheet(text);
	expect(written).toMatch(/^\+\d+( \d+)+$/);
	expect(toE164(written)).toBe(text);
});

it.each(['', '+', '+1', '+32 9', '+3292667000+1', '+3292667000\n=1', '0470123456', '=1+1', '+0123456789'])(
	'%j is not, and may be a formula',
	(text) => {
		expect(isE164(text)).toBe(false);
	}
);

describe('a number of a desk', () => {
	it.each([
		['1733', '1733'],
		['1700', '1700'],
		['17 00', '1700'],
		['112', '112'],
		['116 117', '116117'],
		['1813', '1813'],
		['0470 12 34 56', '+32470123456']
	])('may be %s', (typed, stored) => {
		expect(toPhoneNumber(typed)).toBe(stored);
		expect(typedPhoneNumber(stored).replaceAll(' ', '')).toContain(typed.replaceAll(' ', ''));
	});

	it.each(['12', '199', '9000', '2026', '17000', '1', 'a1700'])('is not %s', (typed) => {
		expect(toPhoneNumber(typed)).toBeNull();
	});

	it.each([
		// As people write them in public lists, and what is wrong with the last ones: a digit short, and no such number.
		['0455 12 34 56', '+32455123456'],
		['0456/12.34.56', '+32456123456'],
		['0465123456', '+32465123456'],
		['0469 12 34 56', '+32469123456'],
		['047501020', null],
		['04 799 70 15', null]
	])('"%s" is kept as %s', (typed, stored) => {
		const number = toPhoneNumber(typed);
		expect(number !== null && isGivenOut(number) ? number : null).toBe(stored);
	});
});
