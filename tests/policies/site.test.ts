import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISIBLE_FIELDS } from '../../src/lib/domain/account/account.ts';
import { ACTORS, type Actor, type Place } from '../../src/lib/domain/access/matrix.ts';
import { KINDS, PUBLIC_KINDS, sightOfOthers, sightOfOwn } from '../../src/lib/domain/access/sight.ts';
import { verdictFor } from '../../src/lib/site/routes.server.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { CLIENT_ADDRESS_HEADER } from '../e2e/support/servers.ts';
import { startBuiltSite, type BuiltSite } from './builtSite.ts';
import { CAST, makeCast, makePerson, type Person, type Player } from './people.ts';
import { pathOf } from '../routes.ts';
import { actionsOf, routesOnDisk, type Route } from './routes.ts';
import { LANGUAGES, OFFLINE, SECRET, visits, type Visits } from './visits.ts';

const VISITING: readonly Actor[] = ACTORS.filter((actor) => actor !== 'keyless');
const routes = routesOnDisk();

const embedded = useDatabase({ exampleData: true });
let site: BuiltSite;
let cast: Record<Actor, Player>;
let people: Person[];
let ask: Visits['ask'];
let leaks: Visits['leaks'];

beforeAll(async () => {
	cast = await makeCast(embedded);
	people = [
		...Object.values(cast).flatMap(({ person }) => person ?? []),
		await makePerson(embedded, { name: 'unconfirmed', status: 'pending', confirmed: false }),
		await makePerson(embedded, { name: 'shown', shows: VISIBLE_FIELDS }),
		await makePerson(embedded, { name: 'half', shows: ['phone'] }),
		await makePerson(embedded, { name: 'paused', shows: VISIBLE_FIELDS, paused: true }),
		await makePerson(embedded, { name: 'hidden' })
	];
	await embedded.exclusively((db) =>
		db.exec(`
			update public.local_government set email_domains = array['${SECRET}.example'];
			insert into public.contact_message (name, email, message, locale)
			values ('${SECRET}', '${SECRET}@voorbeeld.example', '${SECRET} ${SECRET}', 'nl');
			insert into private.rate_limit (key, window_start) values ('${SECRET}', now());
			insert into public.volunteer_desk (slug, local_government_id, name, street, postcode, place, lon, lat, published)
			select '${OFFLINE}', id, '${OFFLINE}', '${OFFLINE} 1', '9000', 'Gent', 3.7, 51.05, false
			from public.local_government where slug = 'gemeente-gent';
		`)
	);
	site = await startBuiltSite(embedded, { DIRECTORY_RECHECK_MS: '1000' });
	({ ask, leaks } = visits(site, cast, people));
});
afterAll(() => site.stop());

const QUERY = '?q=kanarie&zoek=kanarie&naar=kanarie&status=approved&pagina=1&token_hash=kanarie&type=signup';

/**
 * A route as a page, as data, and with a query that a form would send. What is read for a page does not follow its language:
 * the page and the one with the query are in two of the three, and which two turns with the route and with who asks. So every
 * route is asked for in every language, and everybody asks in every language.
 */
function addresses(route: Route, actor: Actor): string[] {
	const path = pathOf(route.id);
	if (!route.isPage) return [path, path + QUERY];
	const turn = routes.indexOf(route) + VISITING.indexOf(actor);
	const inLanguage = (n: number) => ((LANGUAGES[n % LANGUAGES.length] ?? '') + path).replace(/(.)\/$/, '$1');
	return [inLanguage(turn), `${path === '/' ? '' : path}/__data.json`, inLanguage(turn + 1) + QUERY];
}

const accountOf = (actor: Actor) =>
	actor === 'visitor' || actor === 'keyless' || actor === 'signedOut'
		? null
		: { status: CAST[actor].status ?? 'approved', role: CAST[actor].role ?? 'member' };

describe('the pages', () => {
	it('answer the forms that they are asked with below', () => {
		expect(actionsOf({ id: '/beheer/aanvragen' })).toContain('approve');
		expect(routes.filter((route) => actionsOf(route).length > 0).length).toBeGreaterThan(30);
	});
});

describe.each(VISITING)('%s', (actor) => {
	it.each(routes)(
		'opens $id only as its verdict says, and reads nothing in it that is kept from them',
		async (route) => {
			const verdict = verdictFor(route.id, accountOf(actor));
			for (const address of addresses(route, actor)) {
				const answer = await ask(actor, address);
				expect(leaks(actor, answer.bytes), address).toEqual([]);
				const isData = address.includes('__data.json');
				if (verdict === 'signIn') {
					if (isData) expect(answer.bytes).toMatch(/"type":"redirect"[^}]*aanmelden/);
					else
						expect([answer.status, answer.location], address).toEqual([
							303,
							expect.stringContaining('/aanmelden?next=')
						]);
				} else if (verdict === 'waits') {
					if (isData) expect(answer.bytes).toMatch(/"type":"redirect"[^}]*account/);
					else
						expect([answer.status, answer.location], address).toEqual([
							303,
							expect.stringMatching(/\/account$/)
						]);
				} else if (verdict === 'closed') {
					if (!isData) expect(answer.status, address).toBe(404);
				} else {
					expect(answer.status, address).toBeLessThan(500);
					expect(answer.location, address).not.toContain('/aanmelden?next=');
				}
			}
		}
	);

	it.each(routes.filter(({ id }) => verdictFor(id, accountOf(actor)) !== 'open'))(
		'sends nothing to $id',
		async (route) => {
			const named = actionsOf(route).filter((name) => name !== 'default');
			for (const action of ['', ...named.map((name) => `?/${name}`)]) {
				const answer = await ask(actor, pathOf(route.id) + action, {
					method: 'POST',
					headers: {
						origin: site.url,
						accept: 'text/html',
						'content-type': 'application/x-www-form-urlencoded'
					},
					body: 'reason=x'
				});
				expect(leaks(actor, answer.bytes)).toEqual([]);
				expect([303, 404, 405]).toContain(answer.status);
				if (answer.status === 303) expect(answer.location).toMatch(/\/aanmelden\?next=|\/account$/);
			}
		}
	);

	it('reads nothing in what is asked in an unusual way', async () => {
		for (const [address, init] of [
			['/bestaat-niet', {}],
			['/%00', {}],
			['/%', {}],
			['/besturen/kanarie', {}],
			['/auth/v1/user', {}],
			['/rest/v1/profile', {}],
			['/rest/v1/rpc/colleagues', {}],
			['/mailbox.json', {}],
			['/dev/mailbox.json', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
			['/', { method: 'POST' }],
			['/', { headers: { accept: 'application/json' } }],
			['/', { headers: { cookie: 'sb-127-auth-token=base64-e30' } }],
			['/account', { headers: { cookie: 'sb-127-auth-token=base64-not%20json' } }],
			['/beheer/aanvragen', { headers: { accept: 'application/json' } }],
			['/beheer/aanvragen/', {}],
			['/nl/beheer/leden', {}],
			['/fr/beheer/leden', {}],
			['//beheer/leden', {}],
			['/beheer/%2e%2e/beheer/leden', {}]
		] as const) {
			const answer = await ask(actor, address, init);
			expect(leaks(actor, answer.bytes), address).toEqual([]);
			expect(answer.status, address).toBeLessThan(500);
		}
	});
});

describe('a session', () => {
	it('ends for the pages at the moment it ends in the database', async () => {
		const person = await makePerson(embedded, { name: 'ends', role: 'admin' });
		const open = () =>
			fetch(`${site.url}/beheer`, { headers: { cookie: site.cookieOf(person) }, redirect: 'manual' });
		expect((await open()).status).not.toBe(404);
		await embedded.exclusively((db) =>
			db.query(`update public.profile set status = 'suspended', role = 'member' where id = $1`, [person.id])
		);
		expect((await open()).status).toBe(404);
		await embedded.exclusively((db) => db.query('delete from auth.sessions where user_id = $1', [person.id]));
		expect((await open()).headers.get('location')).toContain('/aanmelden?next=');
	});
});

describe('a stranger', () => {
	const person = {
		fullName: 'Eve',
		jobTitle: 'Coach',
		position: 'staff',
		government: 'Gemeente Gent',
		consent: 'on'
	};
	const attempts = [
		['to register with a link', '/registreren', { ...person, signInWith: 'link' }],
		[
			'to register with a password',
			'/registreren',
			{ ...person, signInWith: 'password', password: 'vier losse woorden' }
		],
		['to sign in', '/aanmelden?/password', { password: 'verkeerd wachtwoord' }],
		['to get a link to sign in', '/aanmelden?/link', {}],
		['to get a new password', '/wachtwoord', {}]
	] as const;

	it.each(attempts)('who tries %s, is not told who has an account', async (what, path, fields) => {
		const send = async (email: string) => {
			const answer = await ask('visitor', path, {
				method: 'POST',
				headers: {
					origin: site.url,
					accept: 'text/html',
					[CLIENT_ADDRESS_HEADER]: `192.0.2.${attempts.findIndex(([name]) => name === what) + 1}`,
					'content-type': 'application/x-www-form-urlencoded'
				},
				body: new URLSearchParams({ ...fields, email }).toString()
			});
			// Headers that follow from the bytes of the page, in which the address stands.
			const bytes = answer.bytes.replaceAll(/^(date|etag|content-length|content-security-policy),.*$/gm, '');
			return {
				status: answer.status,
				bytes: bytes
					.replaceAll(email, 'ADDRESS')
					// Another for everybody; its name, length and flags are the same.
					.replaceAll(/(?<=asked-account=)[\w-]+/g, ({ length }) => String(length))
			};
		};
		const known = await send(cast.member.person?.email ?? '');
		const unknown = await send('kanarie-niemand-x@voorbeeld.example');
		const waiting = await send(cast.pending.person?.email ?? '');
		expect(known.status).not.toBe(404);
		expect(known.status).toBeLessThan(429);
		expect(known).toEqual(unknown);
		expect(waiting).toEqual(unknown);
	});
});

describe('the page that says who sees what', () => {
	it.each(LANGUAGES)('says what the matrix says, in language "%s"', async (language) => {
		const html = await (await fetch(`${site.url}${language}/privacy/wie-ziet-wat`)).text();
		const cells = html.matchAll(/data-kind="(\w+)"|data-viewer="(\w+)" data-sight="(\w+)"/g);
		const said: Record<string, Record<string, string>> = {};
		let kind = '';
		for (const [, kindNow, viewer, sight] of cells) {
			kind = kindNow ?? kind;
			const row = (said[kind] ??= {});
			if (viewer && sight) row[viewer] = sight;
		}
		const others = (place: Place) => ({
			visitor: sightOfOthers(place, 'visitor'),
			pending: sightOfOthers(place, 'pending'),
			member: sightOfOthers(place, 'member'),
			editor: sightOfOthers(place, 'editor'),
			admin: sightOfOthers(place, 'admin')
		});
		const aboutYou = Object.entries(KINDS).map(([kind, [place]]) => [
			kind,
			{ ...others(place), self: sightOfOwn(place, 'member') }
		]);
		const aboutNobody = Object.entries(PUBLIC_KINDS).map(([kind, [place]]) => [kind, others(place)]);
		const promised = Object.fromEntries([...aboutYou, ...aboutNobody]);
		expect(said).toEqual(promised);
	});
});

describe('the log of the server', () => {
	it('holds nothing about anybody', () => {
		expect(leaks('visitor', site.output())).toEqual([]);
	});
});
