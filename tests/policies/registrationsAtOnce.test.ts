/** Many who ask for an account with one address at the same moment: by mistake, or to see what breaks. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '../e2e/support/servers.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { startBuiltSite, type BuiltSite } from './builtSite.ts';

const AT_ONCE = 100;

const embedded = useDatabase({ exampleData: false });
let site: BuiltSite;

beforeAll(async () => {
	site = await startBuiltSite(embedded, { ATTEMPT_STEP_MS: '0' });
});
afterAll(() => site.stop());

const register = (from: number) =>
	fetch(`${site.url}/registreren`, {
		method: 'POST',
		headers: { origin: site.url, accept: 'text/html', [CLIENT_ADDRESS_HEADER]: `192.0.2.${from}` },
		body: new URLSearchParams({
			fullName: 'Jan Peeters',
			jobTitle: 'Coach',
			position: 'staff',
			government: 'Gemeente Gent',
			consent: 'on',
			signInWith: 'password',
			password: 'vier losse woorden',
			email: 'tegelijk@voorbeeld.example'
		}),
		redirect: 'manual'
	});

it(`of ${AT_ONCE} registrations at once for one address one makes an account, and none fails`, async () => {
	const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, from) => register(from)));
	const statuses = answers.map(({ status }) => status);
	// On to the page that says to look in the mailbox, or too many for one mailbox.
	expect(statuses.filter((status) => status !== 303 && status !== 429)).toEqual([]);
	expect(statuses).toContain(303);
	const { rows } = await embedded.exclusively((db) =>
		db.query(
			`select count(*)::int as accounts, count(p.id)::int as profiles
			from auth.users as u left join public.profile as p on p.id = u.id where u.email = 'tegelijk@voorbeeld.example'`
		)
	);
	expect(rows).toEqual([{ accounts: 1, profiles: 1 }]);
	expect(site.output()).not.toContain('tegelijk');
});
