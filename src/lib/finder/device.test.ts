import { afterEach, expect, it, vi } from 'vitest';
import { referenceIndex } from '../../../tests/fixtures/referenceDirectory';
import { exampleDesk } from '$lib/desk/desk.fixture';
import { fetchDirectory } from './device';
import { KEPT_AT } from './keptCopy';
import { packDirectory } from './packedDirectory';

const sent = () =>
	packDirectory(referenceIndex({ 'gemeente-gent': '2017-05-01' }, [exampleDesk()]), (e164) => e164);
afterEach(() => void vi.unstubAllGlobals());

const answerWith = (body: string, init?: ResponseInit) =>
	vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, init)));

it('reads what the site sends, and when a copy was kept', async () => {
	answerWith(JSON.stringify(sent()), { headers: { [KEPT_AT]: '2026-03-02T09:00:00Z' } });
	const { index, keptAt } = await fetchDirectory();
	expect(index.directory.desks.map(({ slug }) => slug)).toEqual([exampleDesk().slug]);
	expect(keptAt).toBe('2026-03-02T09:00:00Z');
});

it.each([
	['a page of another network', '<!doctype html><title>Wifi</title>'],
	['half an answer', JSON.stringify(sent()).slice(0, -100)],
	['a copy without desks', JSON.stringify({ ...sent(), desks: undefined })],
	[
		'a desk of another version',
		JSON.stringify({ ...sent(), desks: [{ slug: 'loket-gent', at: [3.7, 51] }] })
	],
	['nothing', 'null']
])('has no directory when what comes is %s', async (_, body) => {
	answerWith(body);
	await expect(fetchDirectory()).rejects.toThrow();
});

it('has no directory when the site refuses', async () => {
	answerWith('{}', { status: 503 });
	await expect(fetchDirectory()).rejects.toThrow('503');
});
