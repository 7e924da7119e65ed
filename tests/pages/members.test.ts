import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

it('members are found by part of a name, by status, role and local government', async () => {
	const { visitor } = await site.administrator();
	const nel = await site.person({
		fullName: 'Nel Zoekmij',
		status: 'approved',
		role: 'editor',
		government: 'ocmw-genk'
	});
	await site.person({ fullName: 'Otto Zoekmij', status: 'rejected' });
	await site.person({ fullName: 'Piet Zoekmij' });

	await visitor.open('/beheer/leden');
	visitor.getByLabel('Zoek op naam').fill('zoekmij');
	await visitor.getByRole('button', { name: 'Zoek', exact: true }).click();
	expect(visitor).toHaveAddress(/q=zoekmij/);
	expect(visitor.getByRole('heading', { name: '2 accounts' })).toBeVisible();

	visitor.getByLabel('Status').choose('goedgekeurd');
	visitor.getByLabel('Rol').choose('redacteur');
	visitor.getByLabel('Lokaal bestuur').choose('OCMW Genk');
	await visitor.getByRole('button', { name: 'Zoek', exact: true }).click();
	expect(visitor.getByRole('heading', { name: '1 account' })).toBeVisible();
	expect(visitor.getByRole('article', { name: nel.fullName })).toContainText(nel.email);
	await visitor.open(visitor.address);
	expect(visitor.getByLabel('Rol')).toHaveValue('editor');

	await visitor.getByRole('link', { name: 'Wis de filters' }).click();
	expect(visitor).toHaveAddress(/\/beheer\/leden$/);
	await visitor.open('/beheer/leden?q=zqzqzq');
	expect(visitor.getByText('Geen account past bij wat je zoekt.')).toBeVisible();
});

describe('without scripts', () => {
	it('suspending asks why and what it means, and restoring gives a member back', async () => {
		const { admin, visitor } = await site.administrator();
		const person = await site.person({
			fullName: 'Rik Redacteur',
			status: 'approved',
			role: 'editor',
			locale: 'fr'
		});
		await visitor.open(`/beheer/leden?q=${encodeURIComponent(person.fullName)}`);
		await visitor.getByRole('link', { name: `Bekijk of wijzig ${person.fullName}` }).click();
		await visitor.getByRole('link', { name: 'Schors dit account' }).click();
		expect(visitor.getByText('verliest meteen de toegang')).toBeVisible();
		await visitor.getByRole('button', { name: 'Schors', exact: true }).click();
		const summary = visitor.getByRole('group', { name: 'Dit klopt nog niet' });
		expect(summary).toGetFocus();
		expect(visitor).toHaveTitle(/^Fout: /);
		visitor.getByLabel('Reden, in het Frans').fill('Werkt niet meer bij dit bestuur.');
		await visitor.getByRole('button', { name: 'Schors', exact: true }).click();
		const result = visitor.getByRole('group', { name: 'Wat er gebeurde' });
		expect(result).toContainText(`${person.fullName} is geschorst`);
		const history = visitor.getByRole('region', { name: 'Beslissingen' });
		expect(history).toContainText('Werkt niet meer bij dit bestuur.');
		expect(history).toContainText(admin.fullName);
		expect((await site.mailTo(person.email)).text).toContain('Werkt niet meer bij dit bestuur.');

		await visitor.getByRole('link', { name: 'Herstel dit account' }).click();
		await visitor.getByRole('button', { name: 'Herstel', exact: true }).click();
		expect(result).toContainText('is hersteld');
		const [row] = await site.sql`select status, role from public.profile where id = ${person.id}`;
		expect(row).toEqual({ status: 'approved', role: 'member' });
	});
});

it('a role is given and taken after a question, and the person reads it in a mail', async () => {
	const { visitor } = await site.administrator();
	const person = await site.person({ fullName: 'Tine Rol', status: 'approved' });
	await visitor.open(`/beheer/leden/wijzigen?account=${person.id}`);
	await visitor.getByRole('link', { name: 'Maak redacteur' }).click();
	await visitor.getByRole('button', { name: 'Maak redacteur' }).click();
	expect(visitor.getByText(`${person.fullName} is nu redacteur.`)).toBeVisible();
	expect(visitor.getByRole('region', { name: 'Beslissingen' })).toContainText('Rol: redacteur');
	await visitor.getByRole('link', { name: 'Maak lid' }).click();
	await visitor.getByRole('link', { name: 'Toch niet' }).click();
	const [row] = await site.sql`select role from public.profile where id = ${person.id}`;
	expect(row).toEqual({ role: 'editor' });
});

it('the decisions about an account say who took them: a name, the server, or somebody who left', async () => {
	const { admin, visitor } = await site.administrator();
	const person = await site.person({ fullName: 'Toon Beslist', status: 'approved' });
	await site.sql`
		insert into public.account_decision
			(account_id, decision, previous_status, previous_role, new_status, new_role, decided_by)
		select ${person.id}::uuid, 'approved', 'pending', 'member', 'approved', 'member', by
		from unnest(array[${admin.id}::uuid, null, gen_random_uuid()]) as by`;
	await visitor.open(`/beheer/leden/wijzigen?account=${person.id}`);
	const history = visitor.getByRole('region', { name: 'Beslissingen' });
	for (const by of [admin.fullName, 'de server', 'een beheerder die vertrokken is']) {
		expect(history.getByText(`door ${by}`)).toBeVisible();
	}
});

it('nobody changes their own account: it is not offered, and refused when sent', async () => {
	const { admin, visitor } = await site.administrator();
	await visitor.open(`/beheer/leden/wijzigen?account=${admin.id}&actie=make_member`);
	expect(visitor.getByText('Dit is je eigen account.')).toBeVisible();
	expect(visitor.locator('main form')).toHaveCount(0);
	for (const actie of ['suspend', 'make_member']) {
		const answer = await visitor.post(`/beheer/leden/wijzigen?account=${admin.id}`, {
			actie,
			reden: 'Even proberen.'
		});
		expect(await answer.text()).toContain('Je eigen account kan je niet wijzigen.');
	}
	const [row] = await site.sql`select role, status from public.profile where id = ${admin.id}`;
	expect(row).toEqual({ role: 'admin', status: 'approved' });
});

it('an account that does not exist is a page that is not found', async () => {
	const { visitor } = await site.administrator();
	for (const account of ['', 'x', '00000000-0000-4000-8000-000000000009']) {
		expect((await visitor.ask(`/beheer/leden/wijzigen?account=${account}`)).status, account).toBe(404);
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

describe('the administration is for administrators', () => {
	it('a visitor is asked to sign in', async () => {
		const visitor = site.visitor();
		for (const path of ROOMS) {
			const answer = await visitor.ask(path);
			expect(answer.status, path).toBe(303);
			expect(answer.headers.get('location'), path).toBe(`/aanmelden?next=${encodeURIComponent(path)}`);
			expect(Object.fromEntries(answer.headers), path).toMatchObject(PROTECTED);
		}
	});

	for (const [who, options] of [
		['somebody who waits', { status: 'pending' }],
		['somebody rejected', { status: 'rejected' }],
		['a member', { status: 'approved' }],
		['an editor', { status: 'approved', role: 'editor' }]
	] as const) {
		it(`${who} finds nothing there, and changes nothing`, async () => {
			const visitor = site.visitor();
			const person = await site.person({ fullName: 'Uma Buiten', ...options });
			const target = await site.person({ fullName: 'Vic Doelwit' });
			await site.signIn(person, visitor);
			const ask = async (path: string, init: RequestInit = {}) => {
				const answer = await visitor.ask(path, init);
				const {
					date: _date,
					etag: _tag,
					'content-length': _length,
					...headers
				} = Object.fromEntries(answer.headers);
				return { status: answer.status, headers, body: await answer.text() };
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
					body: new URLSearchParams({ account: target.id }),
					headers: { origin: site.url, accept }
				};
				const answer = await ask('/beheer/aanvragen?/approve', form);
				const unknown = await ask('/elders/aanvragen?/approve', form);
				expect({ ...answer, body: made(answer.body) }, accept).toEqual(unknown);
				expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store' });
			}
			const [row] = await site.sql`select status from public.profile where id = ${target.id}`;
			expect(row).toEqual({ status: 'pending' });
		});
	}
});
