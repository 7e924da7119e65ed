import { describe, expect, it } from 'vitest';
import { setSecurityHeaders } from './securityHeaders';

const POLICY = 'content-security-policy';
const policy = (connectTo: string[]) => {
	const headers = new Headers({ [POLICY]: "default-src 'none'; connect-src 'self'; font-src 'self'" });
	setSecurityHeaders(headers, new URL('http://localhost/'), { mayBeFramed: false, connectTo });
	return headers.get(POLICY);
};

describe('the content security policy', () => {
	it('lets a page talk to our own server only', () => {
		expect(policy([])).toBe("default-src 'none'; connect-src 'self'; font-src 'self'");
	});
	it('adds the servers of a configured basemap, and nothing else', () => {
		expect(policy(['https://kaarten.example'])).toBe(
			"default-src 'none'; connect-src 'self' https://kaarten.example; font-src 'self'"
		);
	});
});
