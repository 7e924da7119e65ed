/**
 * The structure of every page that somebody may open, by role and language. What depends on colours and sizes is looked at
 * in a browser, tests/e2e/accessibility.spec.ts.
 */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountStatus, Role } from '../../src/lib/domain/account.ts';
import type { Content } from '../routes.ts';
import { addressesOf, addressFor, PUBLIC_PAGES } from './addresses.ts';
import { violations } from './axe.ts';
import { loadedFromElsewhere } from './loadedFromElsewhere.ts';
import { parsePage } from './parsePage.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite();

const LANGUAGES = { Dutch: '', French: '/fr', English: '/en' };
const ROLES: Readonly<Record<string, { status: AccountStatus; role: Role } | null>> = {
	'a visitor': null,
	'somebody who waits': { status: 'pending', role: 'member' },
	'a member': { status: 'approved', role: 'member' },
	'an editor': { status: 'approved', role: 'editor' },
	'an administrator': { status: 'approved', role: 'admin' }
};

/** A page that stands in a frame lies in a landmark of the page around it: tests/e2e/embed.spec.ts looks at both. */
const ABOUT_THE_PAGE_AROUND = ['region'];

const visitors = new Map<string, Visitor>();
let content: Content;

beforeAll(async () => {
	for (const [who, account] of Object.entries(ROLES)) {
		const visitor = account
			? await site.signIn(await site.person({ fullName: 'Wie Kijkt', ...account }))
			: site.visitor();
		visitors.set(who, visitor);
	}
	content = await makeContent();
});

async function makeContent(): Promise<Content> {
	const colleague = await site.person({
		fullName: 'Carla Colleague',
		status: 'approved',
		shows: ['job_title', 'phone', 'bio', 'expertise'],
		expertise: { 'loket-oprichten': { direction: 'offered', note: 'Al jaren.' } },
		phone: '+3293400001',
		bio: 'Ik werkte vroeger elders.',
		notifications: ['first_message']
	});
	const request = await site.person({ fullName: 'Wout Wacht', motivation: 'a'.repeat(200) });
	const [desk] = await site.sql<{ id: string }>`
		select id from public.volunteer_desk where slug = 'vrijwilligersloket-gent'`;
	await site.sql`
		insert into public.email_outbox (template, locale, to_address, status, attempts, last_error)
		values ('account_left', 'nl', ${request.email}, 'dead', 6, '550 no such mailbox')`;
	await site.sql`
		insert into public.colleague_report (reporter_id, reported_id, reason, state, handled_at)
		select ${request.id}, ${colleague.id}, 'Niet gepast.', state, case when state = 'done' then now() end
		from unnest(array['open', 'done']) as state`;

	await site.sql`
		insert into public.colleague_block (blocker_id, blocked_id)
		select id, ${colleague.id} from public.profile where full_name = 'Wie Kijkt'`;

	const editor = visitors.get('an editor') ?? site.visitor();
	await editor.open(`/mijn-bestuur/loketten/${desk?.id ?? ''}`);
	editor.getByLabel('Naam van het loket').fill('Loket met een ontwerp');
	await editor.getByRole('button', { name: 'Bewaar als ontwerp' }).click();
	const [change] = await site.sql<{
		id: string;
	}>`select id from public.proposed_change order by created_at desc limit 1`;

	const admin = visitors.get('an administrator') ?? site.visitor();
	await admin.open('/beheer/import');
	const rows = 'bestuur;naam\ngemeente-gent;Loket\nbestaat-niet;Loket';
	admin
		.getByLabel('Bestand', { exact: true })
		.chooseFile(new File([rows], 'loketten.csv', { type: 'text/csv' }));
	await admin.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	return {
		colleague: colleague.id,
		request: request.id,
		desk: desk?.id ?? '',
		change: change?.id ?? '',
		import: /import\/([\w-]+)/.exec(admin.address)?.[1] ?? ''
	};
}

/**
 * Pages and frames of pages that were looked at: the same again, for another reader or around another page, says nothing
 * new. Where in the menu a page stands is no other frame.
 */
const lookedAt = new Set<string>();

/** @param html as the server sent it: to look at one that is not new, it need not even be parsed */
function isNew(html: string): boolean {
	const said = html
		.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
		.replaceAll(/ (?:href|action|value|nonce|aria-current)="[^"]*"/g, '');
	const main = /<main[\s\S]*<\/main>/.exec(said)?.[0] ?? '';
	const language = /<html[^>]*>/.exec(said)?.[0] ?? '';
	const frame = said.slice(said.indexOf('<body')).replace(main, '');
	const parts = [main, frame].map((part) =>
		createHash('sha256')
			.update(language + part)
			.digest('hex')
	);
	const isNew = parts.some((part) => !lookedAt.has(part));
	for (const part of parts) lookedAt.add(part);
	return isNew;
}

for (const [language, prefix] of Object.entries(LANGUAGES)) {
	describe.each(Object.keys(ROLES))(`in ${language}, for %s`, (who) => {
		it.each(addressesOf(ROLES[who] ?? null))('axe finds nothing on %s', async (address) => {
			const visitor = visitors.get(who);
			if (!visitor) throw new Error(`${who} is not there.`);
			const { html, url } = await visitor.read(prefix + addressFor(address, content));
			expect(html).toMatch(/<title>[^<]+<\/title>/);
			if (!isNew(html)) return;
			const { window } = parsePage(html, { url, contentType: 'text/html' });
			expect(loadedFromElsewhere(window.document)).toEqual([]);
			const without = address.startsWith('/embed/') ? ABOUT_THE_PAGE_AROUND : [];
			expect(await violations(window.document, without)).toEqual([]);
		});
	});
}

/** Pages that a form makes when it is sent, by what to do first. */
const SENT: Readonly<
	Record<string, { who: string; path: string; button: string; fill?: Record<string, string> }>
> = {
	'the contact form with errors': { who: 'a visitor', path: '/contact', button: 'main form button' },
	'the registration form with errors': {
		who: 'a visitor',
		path: '/registreren',
		button: 'main form .button:not([type])'
	},
	'the registration form with governments to choose from': {
		who: 'a visitor',
		path: '/registreren',
		button: 'main form .button:not([type])',
		fill: { 'input[name="government"]': 'Gent' }
	},
	'the own account with errors': {
		who: 'a member',
		path: '/account',
		button: 'main form button',
		fill: { '#fullName': '' }
	},
	'what is followed': {
		who: 'a member',
		path: '/account/volgen?thema=jongeren&gemeente=gent',
		button: 'form[action="?/volg"] button'
	},
	'expertise that is kept': { who: 'a member', path: '/account/expertise', button: 'main form button' },
	'a suspension without a reason': {
		who: 'an administrator',
		path: '/beheer/leden/wijzigen?account={colleague}&actie=suspend',
		button: 'main form button'
	}
};

for (const [language, prefix] of Object.entries(LANGUAGES)) {
	it.each(Object.entries(SENT))(`axe finds nothing in ${language} on %s`, async (_, form) => {
		const visitor = visitors.get(form.who) ?? site.visitor();
		await visitor.open(prefix + addressFor(form.path, content));
		for (const [field, value] of Object.entries(form.fill ?? {})) visitor.locator(field).fill(value);
		await visitor.locator(form.button).first().click();
		// Something to read first: what was wrong, or what is done.
		expect(visitor.locator('[autofocus]').count()).toBeGreaterThan(0);
		expect(await violations(visitor.page)).toEqual([]);
	});
}

it('every page has one main heading and says what it is about in its title', async () => {
	const paths = [...PUBLIC_PAGES, '/besturen/aalst', '/registreren', '/aanmelden', '/wachtwoord'];
	const visitor = site.visitor();
	const titles = new Set<string>();
	for (const path of paths) {
		await visitor.open(path);
		expect(visitor.getByRole('heading', { level: 1 }).count(), path).toBe(1);
		titles.add(visitor.title);
	}
	expect(titles.size).toBe(paths.length);
});
