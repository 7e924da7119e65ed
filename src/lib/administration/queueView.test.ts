import { describe, expect, test } from 'vitest';
import type { AccountRequest } from './account';
import { queuePage, queueSearchString, readQueueView, REQUESTS_PER_PAGE } from './queueView';

const request = (id: number, confirmed: boolean): AccountRequest => ({
	id: String(id),
	fullName: `Aanvrager ${id}`,
	jobTitle: 'Consulent',
	position: 'staff',
	government: null,
	email: `${id}@voorbeeld.example`,
	registeredAt: '2026-11-01T00:00:00.000Z',
	locale: 'nl',
	motivation: null,
	confirmedAt: confirmed ? '2026-11-01T00:00:00.000Z' : null,
	evidence: { kind: 'unknown', domain: 'voorbeeld.example', mixed: false },
	approvedThere: [],
	duplicates: []
});
const many = (count: number) => Array.from({ length: count }, (_, i) => request(i, true));

describe('the queue', () => {
	test('keeps apart who did not confirm the address', () => {
		const all = [request(1, true), request(2, false), request(3, true)];
		const page = queuePage(all, { unconfirmed: false, page: 1 });
		expect(page.requests.map(({ id }) => id)).toEqual(['1', '3']);
		expect(page.counts).toEqual({ ready: 2, unconfirmed: 1 });
		expect(queuePage(all, { unconfirmed: true, page: 1 }).requests.map(({ id }) => id)).toEqual(['2']);
	});

	test('shows every request on one page only', () => {
		const all = many(REQUESTS_PER_PAGE * 2 + 1);
		const shown = [1, 2, 3].flatMap((page) => queuePage(all, { unconfirmed: false, page }).requests);
		expect(shown).toEqual(all);
	});

	test('goes to the last page when the asked one is gone', () => {
		expect(queuePage(many(3), { unconfirmed: false, page: 9 })).toMatchObject({
			view: { page: 1 },
			pageCount: 1
		});
		expect(queuePage([], { unconfirmed: true, page: 9 })).toMatchObject({ view: { page: 1 }, requests: [] });
	});

	test.each(['', '?pagina=0', '?pagina=-1', '?pagina=1e3', '?tab=x', '?pagina=99999'])(
		'%s is the first page of what can be decided',
		(search) => {
			expect(readQueueView(new URLSearchParams(search))).toEqual({ unconfirmed: false, page: 1 });
		}
	);

	test.each(['', '?pagina=3', '?tab=onbevestigd', '?tab=onbevestigd&pagina=2'])(
		'%s survives being read and written',
		(search) => expect(queueSearchString(readQueueView(new URLSearchParams(search)))).toBe(search)
	);
});
