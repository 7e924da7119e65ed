import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath } from './ownPath.ts';

const SITE = 'https://site.example';

describe('after signing in, somebody is sent', () => {
	it.each([
		'/',
		'/account',
		'/fr/account',
		'/beheer/leden?zoek=a&pagina=2',
		'/?q=sint%20niklaas',
		'/over#rechten'
	])('to %s', (path) => {
		expect(ownPath(path)).toBe(path);
	});

	it('to a path as the browser would write it', () => {
		expect(ownPath('/besturen/../account')).toBe('/account');
		expect(ownPath('/?q=één')).toBe('/?q=%C3%A9%C3%A9n');
	});

	it.each([
		undefined,
		null,
		'',
		'account',
		'https://elders.example',
		'https:elders.example',
		'//elders.example',
		'///elders.example',
		'/\\elders.example',
		'\\\\elders.example',
		'/\\/elders.example',
		'/\t/elders.example',
		'/\n/elders.example',
		'\t//elders.example',
		' //elders.example',
		'/.//elders.example',
		'/..//elders.example',
		'/x/..//elders.example',
		'/%2e//elders.example',
		'/x/%2e%2e//elders.example',
		'javascript:alert(1)',
		'data:text/html,x',
		'/account\r\nSet-Cookie: a=b',
		'/account\u0000',
		'/a'.repeat(501),
		'@elders.example',
		'.elders.example'
	])('never to %j', (path) => {
		expect(ownPath(path)).toBeUndefined();
	});

	it('to this site, whatever was asked', () => {
		const piece = fc.constantFrom(
			'/',
			'\\',
			'.',
			'..',
			'%2e',
			'%2f',
			'@',
			':',
			'?',
			'#',
			'\t',
			'x',
			'elders.example'
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const path = ownPath(pieces.join(''));
				if (path !== undefined) expect(new URL(path, SITE).origin).toBe(SITE);
			}),
			{ seed: 2026, numRuns: 100 }
		);
	});
});
