import { expect, it } from 'vitest';
import { isGivenOut, notGivenOut } from './phoneNumberPlan.server';

it.each(['+32470123456', '+3225551234', '+31201234567'])('%s can be called', (e164) => {
	expect(isGivenOut(e164)).toBe(true);
});

it.each(['+3247012345', '+324701234567', 'ergens'])(
	'%s is a digit short or too long, or no number',
	(e164) => {
		expect(isGivenOut(e164)).toBe(false);
	}
);

it.each([
	['0470 12 34 56', null],
	['0470 12 34 5', '+324701234 5'.replace(' ', '')],
	['', null]
])('"%s" as it was typed is a number that nobody has: %s', (typed, e164) => {
	expect(notGivenOut(typed)).toBe(e164);
});
