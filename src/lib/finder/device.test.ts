import { afterEach, expect, it, vi } from 'vitest';
import { referenceIndex } from '../../../tests/fixtures/referenceDirectory';
import { exampleDesk } from '$lib/desk/desk.fixture';
import { deskView } from '$lib/desk/deskView';
import { findDesk } from '$lib/desk/findDesk';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { deskOnDevice, fetchDirectory } from './device';
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

it('draws a desk from that, as its page does but for the description', async () => {
	const desk = exampleDesk({
		email: 'loket@gent.example',
		website: 'https://gent.example',
		description: 'Welkom.'
	});
	const index = referenceIndex({ 'gemeente-gent': '2017-05-01' }, [desk]);
	answerWith(JSON.stringify(packDirectory(index, readablePhoneNumber)));
	const directory = await fetchDirectory();
	const found = findDesk(index, desk.slug);
	if (!found) throw new Error('The desk is not found.');
	const now = new Date(deskOnDevice(directory, desk.slug, 'fr')?.now ?? '');
	const { businessHours, days, hours, state, ...page } = deskView(
		index,
		found,
		'fr',
		now,
		readablePhoneNumber
	);
	const drawn = deskOnDevice(directory, desk.slug, 'fr');
	expect(drawn).toMatchObject({
		...{ businessHours, days, hours, state },
		...{ name: page.name, phoneText: page.phoneText, email: page.email, website: page.website },
		...{ owner: page.owner, municipality: page.municipality, street: page.street },
		description: null
	});
	expect(deskOnDevice(directory, 'nergens', 'nl')).toBeNull();
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
