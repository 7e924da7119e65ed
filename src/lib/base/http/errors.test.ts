import { isHttpError } from '@sveltejs/kit';
import { afterEach, expect, it, vi } from 'vitest';
import { DatabaseError } from '$lib/base/database/supabase.server';
import { requireAnswer, UnavailableError } from './errors.server';

const request = new Request('https://kaart.example/mijn-bestuur');
const log = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => log.mockClear());

/** What becomes of a page whose question ends so. */
async function pageThatMeets(cause: unknown): Promise<unknown> {
	try {
		return await requireAnswer(Promise.reject(cause), request);
	} catch (thrown) {
		return isHttpError(thrown) ? { status: thrown.status, ...thrown.body } : thrown;
	}
}

it('answers with what came', async () => {
	expect(await requireAnswer(Promise.resolve('all is well'), request)).toBe('all is well');
});

it.each([
	['did not answer', new DatabaseError('profile', { code: '', message: 'TypeError: fetch failed' })],
	['is behind a proxy that answered itself', new DatabaseError('profile', { message: '502 Bad Gateway' })],
	['cannot be connected to', new DatabaseError('profile', { code: 'PGRST000', message: 'no connection' })],
	['lost the connection', new DatabaseError('profile', { code: '08006', message: 'connection failure' })],
	['has no room', new DatabaseError('profile', { code: '53300', message: 'too many connections' })],
	['took too long', new DatabaseError('profile', { code: '57014', message: 'canceling statement' })],
	['is shutting down', new DatabaseError('profile', { code: '57P01', message: 'terminating connection' })],
	['let another go first', new DatabaseError('profile', { code: '40P01', message: 'deadlock detected' })],
	['gave no directory', new UnavailableError('The directory cannot be read.')]
])('says that the database is away when it %s', async (_, cause) => {
	expect(await pageThatMeets(cause)).toEqual({
		status: 503,
		message: 'De gegevens zijn nu even niet bereikbaar. Probeer het over een minuut opnieuw.',
		id: expect.stringMatching(/^[0-9a-f-]{36}$/)
	});
	expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`GET /mijn-bestuur ${cause.message}`));
});

it.each([
	['question that nobody can read', new DatabaseError('profile', { code: 'PGRST100', message: 'parse' })],
	['function that is not there', new DatabaseError('rpc', { code: 'PGRST202', message: 'no function' })],
	['column that is not there', new DatabaseError('profile', { code: '42703', message: 'no column' })],
	['right that is missing', new DatabaseError('profile', { code: '42501', message: 'permission denied' })],
	['value of another type', new DatabaseError('profile', { code: '22P02', message: 'invalid input' })],
	['reason that nobody handles', new DatabaseError('rpc', { code: 'P0001', message: 'LAST_ADMIN' })],
	['mistake in our own code', new TypeError('undefined is not a function')]
])('leaves a %s to whoever answers mistakes', async (_, cause) => {
	expect(await pageThatMeets(cause)).toBe(cause);
});

it('says that somebody may not do it, which is no mistake to write down', async () => {
	const cause = new DatabaseError('set_review', { code: '42501', message: 'ADMIN_ONLY' });
	expect(await pageThatMeets(cause)).toEqual({
		status: 403,
		message: expect.stringContaining('Dit mag je niet')
	});
	expect(log).not.toHaveBeenCalled();
});

it('says that somebody asked too often', async () => {
	const cause = new DatabaseError('colleagues', { code: 'P0001', message: 'TOO_OFTEN' });
	expect(await pageThatMeets(cause)).toMatchObject({ status: 429 });
	expect(log).not.toHaveBeenCalled();
});
