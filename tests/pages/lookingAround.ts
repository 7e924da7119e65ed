/** One of every role, signed in, on a site where every page has something to show. */
import type { AccountStatus, Role } from '../../src/lib/domain/account/account.ts';
import type { Content } from '../routes.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

/** Prefixes of addresses. */
export const LANGUAGES = { Dutch: '', French: '/fr', English: '/en' };
export const ROLES: Readonly<Record<string, { status: AccountStatus; role: Role } | null>> = {
	'a visitor': null,
	'somebody who waits': { status: 'pending', role: 'member' },
	'a member': { status: 'approved', role: 'member' },
	'an editor': { status: 'approved', role: 'editor' },
	'an administrator': { status: 'approved', role: 'admin' }
};

export interface LookingAround {
	/** By the names of `ROLES`. */
	visitors: ReadonlyMap<string, Visitor>;
	content: Content;
}

export async function comeToLook(site: Site): Promise<LookingAround> {
	const visitors = new Map<string, Visitor>();
	for (const [who, account] of Object.entries(ROLES)) {
		const visitor = account
			? await site.signIn(await site.person({ fullName: 'Wie Kijkt', ...account }))
			: site.visitor();
		visitors.set(who, visitor);
	}
	return { visitors, content: await makeContent(site, visitors) };
}

async function makeContent(site: Site, visitors: ReadonlyMap<string, Visitor>): Promise<Content> {
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

	const [message] = await site.sql<{ id: string }>`
		insert into public.contact_message (name, email, message, locale, kind, state, handled_by, due_at)
		select 'Noor Vraagt', 'noor@voorbeeld.example', 'Welke gegevens hebben jullie over mij?', 'fr', 'privacy',
			'in_hand', id, now() - interval '1 day'
		from public.profile where full_name = 'Wie Kijkt' and role = 'admin'
		returning id`;
	await site.sql`
		insert into public.contact_answer (message_id, answer) values (${message?.id ?? ''}, 'We kijken het na.')`;
	await site.sql`
		insert into public.contact_message (name, email, message, locale, state, settled_at)
		select 'Bas Schrijft', 'bas@voorbeeld.example', 'Een bericht dat af is.', 'nl', state, now()
		from unnest(array['answered', 'closed']) as state`;

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
		message: message?.id ?? '',
		import: /import\/([\w-]+)/.exec(admin.address)?.[1] ?? ''
	};
}
