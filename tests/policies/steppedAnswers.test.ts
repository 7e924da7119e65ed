/**
 * An address that has an account takes other work than one that has none. What is asked of Auth is answered at whole steps,
 * so that nobody learns from the time which it was. How a step is reckoned: src/lib/accounts/attempt.test.ts.
 * Here a step never ends, and so nothing may be answered.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '../e2e/support/servers.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { startBuiltSite, type BuiltSite } from './builtSite.ts';

const embedded = useDatabase({ exampleData: false });
let site: BuiltSite;

beforeAll(async () => {
	site = await startBuiltSite(embedded, { ATTEMPT_STEP_MS: '2147483647' });
});
afterAll(() => site.stop());

const attemptsCounted = async (): Promise<number> => {
	const { rows } = await embedded.exclusively((db) =>
		db.query<{ n: number }>('select count(*)::integer as n from private.rate_limit')
	);
	return rows[0]?.n ?? 0;
};

const FORMS = [
	['to sign in', '/aanmelden?/password', { password: 'verkeerd wachtwoord' }],
	['to get a link to sign in', '/aanmelden?/link', {}],
	['to get a new password', '/wachtwoord', {}],
	[
		'to register',
		'/registreren',
		{
			fullName: 'Eve',
			jobTitle: 'Coach',
			position: 'staff',
			government: 'Gemeente Gent',
			consent: 'on',
			signInWith: 'password',
			password: 'vier losse woorden'
		}
	]
] as const;

describe('an answer to a stranger', () => {
	it.each(FORMS)('who tries %s waits for the end of a step', async (_, path, fields) => {
		const given = new AbortController();
		let isAnswered = false;
		const answer = fetch(site.url + path, {
			method: 'POST',
			headers: { origin: site.url, accept: 'text/html', [CLIENT_ADDRESS_HEADER]: '192.0.2.7' },
			body: new URLSearchParams({ ...fields, email: 'niemand@voorbeeld.example' }),
			redirect: 'manual',
			signal: given.signal
		}).then(
			() => (isAnswered = true),
			() => undefined
		);
		await vi.waitFor(async () => expect(await attemptsCounted()).toBeGreaterThan(0), {
			timeout: 60_000,
			interval: 20
		});
		// Each of these waits for its turn at the database behind what the form asks of it.
		for (let n = 0; n < 5; n += 1) await (await fetch(`${site.url}/healthz`)).text();
		expect(isAnswered).toBe(false);
		given.abort();
		await answer;
	});
});
