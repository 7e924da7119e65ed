import { violations } from './support/axe.ts';
import { expect, test } from './support/administration.ts';
import { watch } from './support/test.ts';

test('members are found by part of a name, by status, role and local government', async ({
	page,
	admin: _admin,
	administration
}) => {
	const nel = await administration.person({
		fullName: 'Nel Zoekmij',
		status: 'approved',
		role: 'editor',
		government: 'ocmw-genk'
	});
	await administration.person({ fullName: 'Otto Zoekmij', status: 'rejected' });
	await administration.person({ fullName: 'Piet Zoekmij' });

	await page.goto('/beheer/leden');
	await page.getByLabel('Zoek op naam').fill('zoekmij');
	await page.getByRole('button', { name: 'Zoek', exact: true }).click();
	await expect(page).toHaveURL(/q=zoekmij/);
	await expect(page.getByRole('heading', { name: '2 accounts' })).toBeVisible();

	await page.getByLabel('Status').selectOption('goedgekeurd');
	await page.getByLabel('Rol').selectOption('redacteur');
	await page.getByLabel('Lokaal bestuur').selectOption('OCMW Genk');
	await page.getByRole('button', { name: 'Zoek', exact: true }).click();
	await expect(page.getByRole('heading', { name: '1 account' })).toBeVisible();
	await expect(page.getByRole('article', { name: nel.fullName })).toContainText(nel.email);
	await page.reload();
	await expect(page.getByLabel('Rol')).toHaveValue('editor');

	await page.getByRole('link', { name: 'Wis de filters' }).click();
	await expect(page).toHaveURL(/\/beheer\/leden$/);
	await page.goto('/beheer/leden?q=zqzqzq');
	await expect(page.getByText('Geen account past bij wat je zoekt.')).toBeVisible();
});

for (const scripts of [true, false]) {
	test.describe(scripts ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled: scripts, expectedErrors: [/status of 400/] });

		test('suspending asks why and what it means, and restoring gives a member back', async ({
			page,
			admin,
			administration
		}) => {
			const person = await administration.person({
				fullName: `Rik Redacteur ${scripts}`,
				status: 'approved',
				role: 'editor',
				locale: 'fr'
			});
			await page.goto(`/beheer/leden?q=${encodeURIComponent(person.fullName)}`);
			await page.getByRole('link', { name: `Bekijk of wijzig ${person.fullName}` }).click();
			await page.getByRole('link', { name: 'Schors dit account' }).click();
			await expect(page.getByText('verliest meteen de toegang')).toBeVisible();
			await page.getByRole('button', { name: 'Schors', exact: true }).click();
			const summary = page.getByRole('group', { name: 'Kijk dit nog even na' });
			await expect(summary).toBeFocused();
			await expect(page).toHaveTitle(/^Fout: /);
			await page.getByLabel('Reden, in het Frans').fill('Werkt niet meer bij dit bestuur.');
			await page.getByRole('button', { name: 'Schors', exact: true }).click();
			const result = page.getByRole('group', { name: 'Wat er gebeurde' });
			await expect(result).toContainText(`${person.fullName} is geschorst`);
			const history = page.getByRole('region', { name: 'Beslissingen' });
			await expect(history).toContainText('Werkt niet meer bij dit bestuur.');
			await expect(history).toContainText(admin.fullName);
			await expect
				.poll(() => administration.mail.received.find(({ to }) => to.includes(person.email))?.mail.text)
				.toContain('Werkt niet meer bij dit bestuur.');

			await page.getByRole('link', { name: 'Herstel dit account' }).click();
			await page.getByRole('button', { name: 'Herstel', exact: true }).click();
			await expect(result).toContainText('is hersteld');
			const [row] = await administration.sql`select status, role from public.profile where id = ${person.id}`;
			expect(row).toEqual({ status: 'approved', role: 'member' });
		});
	});
}

test('a suspended administrator is out at once, in a window that is still open too', async ({
	page,
	admin: _admin,
	administration,
	browser
}) => {
	const person = await administration.person({
		fullName: 'Stan Straks Weg',
		status: 'approved',
		role: 'admin'
	});
	const theirs = await browser.newContext({ baseURL: administration.url, locale: 'nl-BE' });
	const problems = watch(theirs);
	await administration.signIn(theirs, person);
	const theirPage = await theirs.newPage();
	await theirPage.goto('/beheer/leden');
	await expect(theirPage.getByRole('heading', { level: 1 })).toHaveText('Leden');

	await page.goto(`/beheer/leden/wijzigen?account=${person.id}&actie=suspend`);
	await page.getByLabel('Reden, in het Nederlands').fill('Test van de schorsing.');
	await page.getByRole('button', { name: 'Schors', exact: true }).click();
	await expect(page.getByRole('group', { name: 'Wat er gebeurde' })).toContainText('is geschorst');

	expect((await theirPage.request.get('/beheer/leden')).status()).toBe(404);
	await theirPage.getByRole('link', { name: 'Logboek' }).click();
	await expect(theirPage.getByRole('heading', { name: 'Logboek' })).toHaveCount(0);
	expect((await theirPage.goto('/beheer/logboek'))?.status()).toBe(404);
	expect(problems().filter((problem) => !/status of 404/.test(problem))).toEqual([]);
	await theirs.close();
});

test('a role is given and taken after a question, and the person reads it in a mail', async ({
	page,
	admin: _admin,
	administration
}) => {
	const person = await administration.person({ fullName: 'Tine Rol', status: 'approved' });
	await page.goto(`/beheer/leden/wijzigen?account=${person.id}`);
	await page.getByRole('link', { name: 'Maak redacteur' }).click();
	await page.getByRole('button', { name: 'Maak redacteur' }).click();
	await expect(page.getByText(`${person.fullName} is nu redacteur.`)).toBeVisible();
	await expect(page.getByRole('region', { name: 'Beslissingen' })).toContainText('Rol: redacteur');
	await page.getByRole('link', { name: 'Maak lid' }).click();
	await page.getByRole('link', { name: 'Toch niet' }).click();
	const [row] = await administration.sql`select role from public.profile where id = ${person.id}`;
	expect(row).toEqual({ role: 'editor' });
});

test('the decisions about an account say who took them: a name, the server, or somebody who left', async ({
	page,
	admin,
	administration
}) => {
	const person = await administration.person({ fullName: 'Toon Beslist', status: 'approved' });
	await administration.sql`
		insert into public.account_decision
			(account_id, decision, previous_status, previous_role, new_status, new_role, decided_by)
		select ${person.id}::uuid, 'approved', 'pending', 'member', 'approved', 'member', by
		from unnest(array[${admin.id}::uuid, null, gen_random_uuid()]) as by`;
	await page.goto(`/beheer/leden/wijzigen?account=${person.id}`);
	const history = page.getByRole('region', { name: 'Beslissingen' });
	for (const by of [admin.fullName, 'de server', 'een beheerder die vertrokken is']) {
		await expect(history.getByText(`door ${by}`)).toBeVisible();
	}
});

test('nobody changes their own account: it is not offered, and refused when sent', async ({
	page,
	admin,
	administration
}) => {
	await page.goto(`/beheer/leden/wijzigen?account=${admin.id}&actie=make_member`);
	await expect(page.getByText('Dit is je eigen account.')).toBeVisible();
	await expect(page.locator('main form')).toHaveCount(0);
	for (const actie of ['suspend', 'make_member']) {
		const answer = await page.request.post(`/beheer/leden/wijzigen?account=${admin.id}`, {
			form: { actie, reden: 'Even proberen.' },
			headers: { origin: administration.url, accept: 'text/html' }
		});
		expect(await answer.text()).toContain('Je eigen account kan je niet wijzigen.');
	}
	const [row] = await administration.sql`select role, status from public.profile where id = ${admin.id}`;
	expect(row).toEqual({ role: 'admin', status: 'approved' });
});

test('an account that does not exist is a page that is not found', async ({ page, admin: _admin }) => {
	for (const account of ['', 'x', '00000000-0000-4000-8000-000000000009']) {
		expect((await page.request.get(`/beheer/leden/wijzigen?account=${account}`)).status(), account).toBe(404);
	}
});

const ROOMS = [
	'/beheer',
	'/beheer/aanvragen',
	'/beheer/aanvragen?tab=onbevestigd&pagina=9',
	'/beheer/aanvragen/beslissen?besluit=afwijzen',
	'/beheer/leden',
	'/beheer/leden/wijzigen?account=00000000-0000-4000-8000-000000000009',
	'/beheer/logboek',
	'/beheer/mail'
];

const PROTECTED = {
	'cache-control': 'private, no-store',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY'
};
const PROTECTED_PAGE = {
	...PROTECTED,
	'content-security-policy': expect.stringContaining("default-src 'none'")
};

test.describe('the administration is for administrators', () => {
	test('a visitor is asked to sign in', async ({ request }) => {
		for (const path of ROOMS) {
			const answer = await request.get(path, { maxRedirects: 0 });
			expect(answer.status(), path).toBe(303);
			expect(answer.headers().location, path).toBe(`/aanmelden?next=${encodeURIComponent(path)}`);
			expect(answer.headers(), path).toMatchObject(PROTECTED);
		}
	});

	for (const [who, options] of [
		['somebody who waits', { status: 'pending' }],
		['somebody rejected', { status: 'rejected' }],
		['a member', { status: 'approved' }],
		['an editor', { status: 'approved', role: 'editor' }]
	] as const) {
		test(`${who} finds nothing there, and changes nothing`, async ({ page, context, administration }) => {
			const person = await administration.person({ fullName: 'Uma Buiten', ...options });
			const target = await administration.person({ fullName: 'Vic Doelwit' });
			await administration.signIn(context, person);
			const ask = async (path: string, init: Parameters<typeof page.request.fetch>[1] = {}) => {
				const answer = await page.request.fetch(path, { maxRedirects: 0, ...init });
				const { date: _date, etag: _tag, 'content-length': _length, ...headers } = answer.headers();
				return { status: answer.status(), headers, body: await answer.text() };
			};
			/** The address stands in the page, so what follows from its bytes differs. */
			const made = (text: string) => text.replaceAll('beheer', 'elders');
			for (const path of [...ROOMS, '/fr/beheer/leden', '/beheer/leden/__data.json']) {
				const answer = await ask(path);
				if (!path.endsWith('.json')) {
					expect(answer.status, path).toBe(404);
					expect(answer.headers, path).toMatchObject(PROTECTED_PAGE);
				}
				const unknown = await ask(made(path));
				expect({ ...answer, body: made(answer.body) }, path).toEqual(unknown);
			}
			for (const accept of ['text/html', 'application/json']) {
				const form = {
					method: 'POST',
					form: { account: target.id },
					headers: { origin: administration.url, accept }
				};
				const answer = await ask('/beheer/aanvragen?/approve', form);
				const unknown = await ask('/elders/aanvragen?/approve', form);
				expect({ ...answer, body: made(answer.body) }, accept).toEqual(unknown);
				expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store' });
			}
			const [row] = await administration.sql`select status from public.profile where id = ${target.id}`;
			expect(row).toEqual({ status: 'pending' });
		});
	}
});

for (const [language, prefix, colorScheme, width] of [
	['Dutch', '', 'light', 1280],
	['Dutch', '', 'dark', 360],
	['French', '/fr', 'light', 360],
	['English', '/en', 'dark', 1280]
] as const) {
	test.describe(`${language}, ${colorScheme}, ${width} px wide`, () => {
		test.use({ colorScheme, viewport: { width, height: 800 } });

		test('axe finds nothing in the administration, and nothing sticks out', async ({
			page,
			admin,
			administration
		}) => {
			const asker = await administration.person({
				fullName: 'Wout Van-Den-Ellenlangen-Achternaam',
				email: `wout.${language}.${colorScheme}@een-heel-lang-domein-zonder-einde.example`,
				motivation: 'a'.repeat(200)
			});
			await administration.sql`
				insert into public.email_outbox (template, locale, to_address, status, attempts, last_error)
				values ('account_left', 'nl', ${asker.email}, 'dead', 6, '550 no such mailbox')`;
			for (const path of [
				'/beheer/aanvragen',
				`/beheer/aanvragen/beslissen?besluit=afwijzen&account=${asker.id}`,
				`/beheer/leden?q=${encodeURIComponent(admin.fullName)}`,
				`/beheer/leden/wijzigen?account=${admin.id}`,
				'/beheer/logboek',
				'/beheer/mail'
			]) {
				await page.goto(prefix + path);
				expect.soft(await violations(page), path).toEqual([]);
				const sticksOut = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect.soft(sticksOut, `${path} sticks out`).toBe(0);
			}
		});
	});
}
