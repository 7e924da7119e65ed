import { describe, expect, it } from 'vitest';
import { setSecurityHeaders } from './securityHeaders.server';

const POLICY = 'content-security-policy';
const framed = (mayBeFramed: boolean) => {
	const headers = new Headers({ [POLICY]: "default-src 'none'; frame-ancestors 'none'" });
	setSecurityHeaders(headers, new URL('http://localhost/'), { mayBeFramed, connectTo: [] });
	return [headers.get(POLICY), headers.get('x-frame-options')];
};
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

describe('a page inside that of another site', () => {
	it('is refused', () => {
		expect(framed(false)).toEqual(["default-src 'none'; frame-ancestors 'none'", 'DENY']);
	});
	it('is allowed where it is made for it, with the rest of the policy as it is', () => {
		expect(framed(true)).toEqual(["default-src 'none'; frame-ancestors *", null]);
	});
	it('may make a worker of the text of our file, for a frame without an origin has no other way', () => {
		const headers = new Headers({ [POLICY]: "worker-src 'self'; frame-ancestors 'none'" });
		setSecurityHeaders(headers, new URL('http://localhost/'), { mayBeFramed: true, connectTo: [] });
		expect(headers.get(POLICY)).toBe("worker-src 'self' data:; frame-ancestors *");
	});
});
