import { expect, it } from 'vitest';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe.server';

const SUBSCRIPTION = { accountId: '0b0e7a3e-5b1f-4a7e-9d55-111111111111', topic: 'new_request' } as const;
const token = unsubscribeToken(SUBSCRIPTION, 'sb_secret_een');

it('names the account and what is switched off, and needs no escaping in an address', () => {
	expect(readUnsubscribeToken(token, 'sb_secret_een')).toEqual(SUBSCRIPTION);
	expect(encodeURIComponent(token)).toBe(token);
});

it.each([
	['of another installation', unsubscribeToken(SUBSCRIPTION, 'sb_secret_twee')],
	['for another account', token.replace('0b0e', '0b0f')],
	['for something else', token.replace('new_request', 'new_colleague')],
	['for something that does not exist', token.replace('new_request', 'password')],
	['cut off', token.slice(0, -1)],
	['with more behind it', `${token}.x`],
	['with another signature', token.replace(/[^.]+$/, 'A'.repeat(43))],
	['with none', token.replace(/[^.]+$/, '')],
	['empty', ''],
	['that is no token', '..'],
	['that is long', 'x'.repeat(100_000)]
])('is not believed when it is one %s', (_kind, forged) => {
	expect(readUnsubscribeToken(forged, 'sb_secret_een')).toBeUndefined();
});
