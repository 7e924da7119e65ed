import { describe, expect, test } from 'vitest';
import { lastPageOf, queueQuery, REQUESTS_PER_PAGE } from './queueView';

describe('the queue', () => {
	test('has a page for everybody who waits, and one when nobody does', () => {
		expect([0, 1, REQUESTS_PER_PAGE, REQUESTS_PER_PAGE + 1, REQUESTS_PER_PAGE * 3].map(lastPageOf)).toEqual([
			1, 1, 1, 2, 3
		]);
	});

	test.each(['', '?pagina=0', '?pagina=-1', '?pagina=1e3', '?tab=x', '?pagina=99999'])(
		'%s is the first page of what can be decided',
		(search) => {
			expect(queueQuery.parse(new URLSearchParams(search)).query).toEqual({ unconfirmed: false, page: 1 });
		}
	);

	test.each(['', '?pagina=3', '?tab=onbevestigd', '?tab=onbevestigd&pagina=2'])(
		'%s survives being read and written',
		(search) => expect(queueQuery.print(queueQuery.parse(new URLSearchParams(search)).query)).toBe(search)
	);
});
