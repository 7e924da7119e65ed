import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDataFolder } from './support/dataFolder.ts';
import { freePort, startSite, startSupabase, type Running } from './support/servers.ts';
import { expect, test } from './support/test.ts';

/** A site and a database of their own: this one is taken away. */
let running: Running[] = [];
let folder: string;

test.beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'database-away-'));
	running = [];
});
test.afterEach(async () => {
	await Promise.all(running.map((one) => one.stop()));
	await rm(folder, { recursive: true, force: true });
});

test('while the database is away the last copy serves, the health check says so, and all is well when it is back', async ({
	page,
	request
}) => {
	await fillDataFolder(folder);
	const place = { port: await freePort(), postgresPort: await freePort(), dataDir: folder };
	const supabase = await startSupabase(place);
	running.push(supabase);
	const site = await startSite({ backend: supabase.keys });
	running.push(site);
	const status = async (path: string) => (await request.get(site.url + path)).status();
	await expect.poll(() => status('/healthz')).toBe(200);
	// The first visit makes the copy.
	expect(await status('/')).toBe(200);

	await supabase.stop();
	await expect.poll(() => status('/healthz')).toBe(503);
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
	await page.goto(`${site.url}/?q=gand`);
	await expect(page.getByRole('main').getByRole('link', { name: 'Gent' }).first()).toBeVisible();

	const refused = await request.post(`${site.url}/contact`, {
		form: { name: 'Noor', email: 'noor@voorbeeld.example', message: 'Is er iemand thuis?' },
		headers: { origin: site.url, accept: 'text/html' }
	});
	expect(refused.status()).toBe(503);
	expect(await refused.text()).toContain('Onze databank antwoordt niet.');
	expect(site.output()).not.toContain('Is er iemand thuis?');

	const person = { email: 'noor@voorbeeld.example', password: 'vier losse woorden' };
	const registration = {
		...person,
		fullName: 'Noor van Voorbeeld',
		jobTitle: 'Consulent',
		position: 'staff',
		government: 'Gemeente Gent',
		consent: 'on'
	};
	for (const [path, form] of [
		['/registreren', registration],
		['/registreren/bevestig', person],
		['/aanmelden?/password', person],
		['/aanmelden?/link', person],
		['/wachtwoord', person],
		['/auth/confirm?/use', { token_hash: 'a'.repeat(56), type: 'signup' }]
	] as const) {
		const answer = await request.post(site.url + path, {
			form,
			headers: { origin: site.url, accept: 'text/html' }
		});
		expect.soft(answer.status(), path).toBe(503);
		const html = await answer.text();
		expect.soft(html, path).toMatch(/deze code: [0-9a-f-]{36}/);
		if ('email' in form) expect.soft(html, path).toContain(person.email);
		expect.soft(html, path).not.toContain(person.password);
	}
	expect(site.output()).not.toContain(person.email);
	expect(site.output()).not.toContain(person.password);

	// Whoever leaves a shared computer is out, whatever the database does.
	const left = await request.post(`${site.url}/afmelden`, {
		form: { scope: 'global' },
		headers: { origin: site.url, accept: 'text/html', cookie: 'sb-127-auth-token=base64-e30' },
		maxRedirects: 0
	});
	expect(left.status()).toBe(303);
	expect(left.headers()['set-cookie']).toMatch(/^sb-127-auth-token=;.*Max-Age=0/im);

	running.push(await startSupabase(place));
	await expect.poll(() => status('/healthz')).toBe(200);
});

test('without any copy pages say that they are unavailable, in the reader’s language', async ({
	request
}) => {
	const nowhere = `http://127.0.0.1:${await freePort()}`;
	const site = await startSite({
		backend: {
			SUPABASE_URL: nowhere,
			SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_nowhere',
			SUPABASE_SECRET_KEY: 'sb_secret_nowhere'
		}
	});
	running.push(site);
	const answer = await request.get(`${site.url}/api/v1/desks.geojson`);
	expect(answer.status()).toBe(503);
	expect(answer.headers()['content-type']).toContain('application/problem+json');
	expect((await request.get(`${site.url}/healthz`)).status()).toBe(503);
	const home = await request.get(`${site.url}/fr/`);
	expect(home.status()).toBe(503);
	const html = await home.text();
	expect(html).toContain('lang="fr"');
	expect(html).not.toMatch(/ECONNREFUSED|fetch failed|at .+\.js:\d+/);
});
