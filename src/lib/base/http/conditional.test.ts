import { describe, expect, it } from 'vitest';
import { isNotModified } from './conditional.server';

const CHANGED = 'Tue, 01 Dec 2026 09:00:00 GMT';
const answer = new Headers({ etag: 'W/"abc"', 'last-modified': CHANGED });
const has = (headers: Record<string, string>, method = 'GET') =>
	isNotModified({ method, headers: new Headers(headers) }, answer);

describe('who asks again already has the answer', () => {
	it.each([
		['by its tag', { 'if-none-match': 'W/"abc"' }],
		['by one of several tags', { 'if-none-match': '"x", W/"abc"' }],
		['whichever it is', { 'if-none-match': '*' }],
		['past every cache on the way', { 'if-none-match': 'W/"abc"', 'cache-control': 'no-cache' }],
		['by when it last changed', { 'if-modified-since': CHANGED }],
		['by a later moment', { 'if-modified-since': 'Tue, 01 Dec 2026 10:00:00 GMT' }]
	])('%s', (_, headers) => {
		expect(has(headers)).toBe(true);
		expect(has(headers, 'HEAD')).toBe(true);
		expect(has(headers, 'POST')).toBe(false);
	});
});

it.each([
	['asks for the first time', {}],
	['has another tag', { 'if-none-match': 'W/"abd"' }],
	// The tag is the surer of the two.
	['has another tag of the same moment', { 'if-none-match': 'W/"abd"', 'if-modified-since': CHANGED }],
	['has it from before it changed', { 'if-modified-since': 'Tue, 01 Dec 2026 08:59:59 GMT' }],
	['says a moment that is none', { 'if-modified-since': 'yesterday' }]
])('who %s gets the answer', (_, headers) => {
	expect(has(headers)).toBe(false);
});
