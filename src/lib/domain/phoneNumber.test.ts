import { expect, it } from 'vitest';
import { readablePhoneNumber } from './phoneNumber.ts';

it('shows a Belgian number as it is dialled here, and a foreign one with its country code', () => {
	expect(readablePhoneNumber('+3225551234')).toBe('02 555 12 34');
	expect(readablePhoneNumber('+32470123456')).toBe('0470 12 34 56');
	expect(readablePhoneNumber('+31201234567')).toBe('+31 20 123 4567');
	expect(readablePhoneNumber('ergens')).toBe('ergens');
});
