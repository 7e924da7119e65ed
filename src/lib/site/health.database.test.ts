import { beforeEach, expect, it } from 'vitest';
import { createKeyClient } from '$lib/base/database/supabase.server';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { healthCheck } from './health.server.ts';

const embedded = useDatabase({ exampleData: false });
const log: string[] = [];
let at = 0;
let writesFail = false;
beforeEach(() => {
	log.length = 0;
	writesFail = false;
});

/** The database, on a disk that is full when a test says so. */
const client = () => {
	const { secretKey } = embedded;
	const disk: typeof fetch = async (input, init) =>
		writesFail && new Request(input, init).url.endsWith('/try_write')
			? Response.json({ code: '53100', message: 'No space left on device.' }, { status: 503 })
			: embedded.fetch(input, init);
	return createKeyClient({ ...embedded, fetch: disk }, secretKey);
};

const check = (readVersion = async (): Promise<number | undefined> => 7) =>
	healthCheck({ client, readVersion, now: () => at, log: (message) => log.push(message) });

const sql = (text: string) => embedded.exclusively((db) => db.exec(text));

it('says that all is well', async () => {
	expect(await check()()).toEqual({ reads: 'ok', writes: 'ok', mail: 'ok', directoryVersion: 7 });
	expect(log).toEqual([]);
});

it('tells reading and writing apart, and says once when that changes', async () => {
	const health = check();
	writesFail = true;
	expect(await health()).toEqual({ reads: 'ok', writes: 'failed', mail: 'ok', directoryVersion: 7 });
	at += 5_000;
	await health();
	writesFail = false;
	// Within the second the answer is the one that was given.
	expect(await health()).toMatchObject({ writes: 'failed' });
	at += 5_000;
	expect(await health()).toMatchObject({ writes: 'ok' });
	expect(log).toEqual([
		'The database reads but does not write. try_write: 53100 No space left on device.',
		'The database writes again.'
	]);
});

it('says how much mail is late, and how late', async () => {
	await sql(`insert into public.email_outbox (template, locale, to_address, created_at, next_attempt_at) values
		('account_left', 'nl', 'a@voorbeeld.example', now() - interval '2 hours', now() - interval '2 hours'),
		('account_left', 'nl', 'b@voorbeeld.example', now() - interval '1 hour', now() - interval '1 hour'),
		('account_left', 'nl', 'c@voorbeeld.example', now(), now())`);
	const found = await check()();
	expect(found).toMatchObject({ reads: 'ok', writes: 'ok', mail: 'late', mailsWaiting: 2 });
	expect(found.oldestMailSeconds).toBeGreaterThanOrEqual(7_200);
});

it('says that nothing can be read', async () => {
	const away = check(async () => undefined);
	expect(await away()).toEqual({ reads: 'failed', writes: 'failed', mail: 'unknown' });
});
