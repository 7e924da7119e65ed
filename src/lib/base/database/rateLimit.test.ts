import { describe, expect, it } from 'vitest';
import { keyOf, network } from './rateLimit.server';

const key = (address: string, secret = 'sb_secret_one') => keyOf(network(address), secret);

describe('the key that counts the attempts of one sender', () => {
	it('does not contain the address', () => {
		expect(key('203.0.113.7')).toMatch(/^[0-9a-f]{64}$/);
	});

	it('is the same for the same address, and another on another installation', () => {
		expect(key('203.0.113.7')).toBe(key('203.0.113.7'));
		expect(key('203.0.113.7')).not.toBe(key('203.0.113.7', 'sb_secret_two'));
		expect(key('203.0.113.7')).not.toBe(key('203.0.113.8'));
	});

	it('knows an IPv4 address written as IPv6', () => {
		expect(key('::ffff:203.0.113.7')).toBe(key('203.0.113.7'));
	});

	it('takes an IPv6 network of one household as one sender', () => {
		expect(key('2001:db8:1:2::1')).toBe(key('2001:db8:1:2:ffff::9'));
		expect(key('2001:db8:1:2::1')).not.toBe(key('2001:db8:1:3::1'));
		expect(key('fe80::1%eth0')).toBe(key('fe80::2'));
	});

	it('counts an address it cannot read as a sender of its own', () => {
		expect(key('unknown')).not.toBe(key('203.0.113.7'));
	});
});
