/** What the site does while its database is away; sites of their own, in front of a backend that leaves and comes back. */
import { afterEach, expect, it, vi } from 'vitest';
import { backendOfWorker, useDatabase } from '../database/useDatabase.ts';
import { startBuiltSite, type BuiltSite } from '../policies/builtSite.ts';
import { Visitor } from './visitor.ts';

useDatabase({ exampleData: true });

let site: BuiltSite;
afterEach(() => site.stop());

async function start(): Promise<{ visitor: Visitor; status: (path: string) => Promise<number> }> {
	// What changed is seen at once, and a busy machine is waited for.
	site = await startBuiltSite(await backendOfWorker(true), {
		DIRECTORY_RECHECK_MS: '0',
		REQUEST_TIMEOUT_MS: '120000'
	});
	const visitor = new Visitor(site.url);
	return { visitor, status: async (path) => (await visitor.ask(path)).status };
}

it('while the database is away the last copy serves, the health check says so, and all is well when it is back', async () => {
	const { visitor, status } = await start();
	expect(await status('/healthz')).toBe(200);
	// The first visit makes the copy.
	expect(await status('/')).toBe(200);

	site.backend.leave();
	expect(await status('/healthz')).toBe(503);
	for (const path of [
		'/',
		'/?q=gent',
		'/fr/besturen/antwerpen',
		'/over',
		'/api/v1/desks.geojson',
		'/api/v1/desks.csv',
		'/kaart/overzicht.svg',
		'/sitemap.xml'
	])
		expect(await status(path), path).toBe(200);
	await visitor.open('/?q=gand');
	expect(visitor.getByRole('main').getByRole('link', { name: 'Gent' }).count()).toBeGreaterThan(0);

	const message = { name: 'Noor', email: 'noor@voorbeeld.example', message: 'Is er iemand thuis?' };
	const refused = await visitor.post('/contact', message);
	expect(refused.status).toBe(503);
	expect(await refused.text()).toContain('Onze databank antwoordt niet.');
	expect(site.output()).not.toContain(message.message);

	// Whoever leaves a shared computer is out, whatever the database does.
	const cookie = 'sb-127-auth-token=base64-e30';
	const left = await visitor.post('/afmelden', { scope: 'global' }, { cookie });
	expect(left.status).toBe(303);
	expect(left.headers.getSetCookie().join('\n')).toMatch(/^sb-127-auth-token=;.*Max-Age=0/im);

	site.backend.return();
	await vi.waitFor(async () => expect(await status('/healthz')).toBe(200), { timeout: 60_000 });
});

it('while the database is away every form about an account keeps what was typed, but for the password', async () => {
	const { visitor, status } = await start();
	expect(await status('/')).toBe(200);
	site.backend.leave();

	const person = { email: 'noor@voorbeeld.example', password: 'vier losse woorden' };
	const registration = {
		...person,
		fullName: 'Noor van Voorbeeld',
		jobTitle: 'Consulent',
		position: 'staff',
		government: 'Gemeente Gent',
		consent: 'on'
	};
	const forms: readonly [string, Record<string, string>][] = [
		['/registreren', registration],
		['/registreren/bevestig', person],
		['/aanmelden?/password', person],
		['/aanmelden?/link', person],
		['/wachtwoord', person],
		['/auth/confirm?/use', { token_hash: 'a'.repeat(56), type: 'signup' }]
	];
	for (const [path, form] of forms) {
		const answer = await visitor.post(path, form);
		expect.soft(answer.status, path).toBe(503);
		const html = await answer.text();
		expect.soft(html, path).toMatch(/deze code: [0-9a-f-]{36}/);
		if ('email' in form) expect.soft(html, path).toContain(person.email);
		expect.soft(html, path).not.toContain(person.password);
	}
	expect(site.output()).not.toContain(person.email);
	expect(site.output()).not.toContain(person.password);
});

it('without any copy pages say that they are unavailable, in the reader’s language', async () => {
	const { visitor, status } = await start();
	site.backend.leave();
	const answer = await visitor.ask('/api/v1/desks.geojson');
	expect(answer.status).toBe(503);
	expect(answer.headers.get('content-type')).toContain('application/problem+json');
	expect(await status('/healthz')).toBe(503);
	const home = await visitor.ask('/fr');
	expect(home.status).toBe(503);
	const html = await home.text();
	expect(html).toContain('lang="fr"');
	expect(html).not.toMatch(/ECONNREFUSED|fetch failed|at .+\.js:\d+/);
});
