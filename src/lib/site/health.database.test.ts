import { beforeEach, expect, it } from 'vitest';
import { createKeyClient } from '$lib/base/database/supabase.server';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { healthCheck } from './health.server.ts';

const database = useDatabase();
const log: string[] = [];
let at = 0;
beforeEach(() => {
	log.length = 0;
	at += 10_000;
});

const check = () =>
	healthCheck({
		client: () => createKeyClient(database.embedded, database.embedded.secretKey),
		readVersion: async () => 7,
		now: () => at,
		log: (message) => log.push(message)
	});

const sql = (text: string) => database.embedded.exclusively((db) => db.exec(text));

it('says that all is well', async () => {
	expect(await check()()).toEqual({ reads: 'ok', writes: 'ok', mail: 'ok', directoryVersion: 7 });
	expect(log).toEqual([]);
});

it('tells reading and writing apart, and says once when that changes', async () => {
	const health = check();
	await sql('alter table private.write_probe rename to write_probe_away');
	expect(await health()).toEqual({ reads: 'ok', writes: 'failed', mail: 'ok', directoryVersion: 7 });
	at += 5_000;
	await health();
	await sql('alter table private.write_probe_away rename to write_probe');
	// Within the second the answer is the one that was given.
	expect(await health()).toMatchObject({ writes: 'failed' });
	at += 5_000;
	expect(await health()).toMatchObject({ writes: 'ok' });
	expect(log).toEqual([
		expect.stringMatching(/^The database reads but does not write\. try_write: 42P01/),
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
	const away = healthCheck({
		client: () => createKeyClient(database.embedded, database.embedded.secretKey),
		readVersion: async () => undefined,
		log: () => {}
	});
	expect(await away()).toEqual({ reads: 'failed', writes: 'failed', mail: 'unknown' });
});
