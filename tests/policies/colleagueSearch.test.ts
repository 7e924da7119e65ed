import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISIBLE_FIELDS } from '../../src/lib/domain/account/account.ts';
import type { Actor, Place } from '../../src/lib/domain/access/matrix.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { startBuiltSite, type BuiltSite } from './builtSite.ts';
import { argumentsOf } from './functionArguments.ts';
import { makeCast, makePerson, THEME, type Person, type Player } from './people.ts';
import { LANGUAGES, visits, type Visits } from './visits.ts';

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
		await makePerson(embedded, { name: 'shown', shows: VISIBLE_FIELDS }),
		await makePerson(embedded, { name: 'half', shows: ['phone'] }),
		await makePerson(embedded, { name: 'paused', shows: VISIBLE_FIELDS, paused: true }),
		await makePerson(embedded, { name: 'hidden' })
	];
	site = await startBuiltSite(embedded, { DIRECTORY_RECHECK_MS: '1000' });
	({ ask, leaks } = visits(site, cast, people));
});
afterAll(() => site.stop());

describe('the search for colleagues', () => {
	const named = (name: string) => {
		const person = people.find((person) => person.name === name);
		if (!person) throw new Error(`There is no ${name}.`);
		return person;
	};
	/** Every answer that a search has: the page in each language, its data, and its map. */
	const answersTo = async (query: string) => {
		const addresses = [
			...LANGUAGES.map((language) => `${language}/collegas?${query}`),
			`/collegas/__data.json?${query}`,
			`/collegas/kaart.svg?${query}`
		];
		return Promise.all(addresses.map(async (address) => ({ address, ...(await ask('member', address)) })));
	};

	it.each([
		'',
		`thema=${THEME}`,
		`thema=${THEME}&richting=aangeboden`,
		`thema=${THEME}&richting=gezocht&sorteer=naam`,
		'provincie=oost-vlaanderen&soort=gemeente&functie=medewerker',
		'functie=mandataris&soort=ocmw',
		'grootte=vanaf-100000&afstand=10&sorteer=afstand',
		'gemeente=gent&afstand=50',
		'q=kanarie',
		'q=kanarie&page=2',
		`q=kanarie&thema=${THEME}&richting=gezocht&afstand=25`
	])('for "%s" tells a member nothing that is not shown', async (query) => {
		for (const { address, status, bytes } of await answersTo(query)) {
			expect(leaks('member', bytes), address).toEqual([]);
			expect(status, address).toBeLessThan(400);
		}
	});

	it('finds who shows a word, by any word that they show', async () => {
		const { marks } = named('shown');
		for (const place of ['profile.full_name', 'profile.job_title', 'profile.bio', 'profile_expertise.note']) {
			const { bytes } = await ask('member', `/collegas?q=${marks[place] ?? ''}`);
			expect(bytes, place).toContain(named('shown').id);
		}
	});

	const KEPT_WORDS: Readonly<Record<string, readonly Place[]>> = {
		half: ['profile.job_title', 'profile.bio', 'profile_expertise.note', 'auth.users.email'],
		hidden: ['profile.full_name', 'profile.job_title', 'profile.bio', 'profile_expertise.note'],
		paused: ['profile.full_name', 'profile.job_title', 'profile.bio', 'profile_expertise.note'],
		shown: ['profile.phone', 'profile.motivation', 'auth.users.email'],
		pending: ['profile.full_name', 'profile_expertise.note'],
		suspended: ['profile.full_name', 'profile_expertise.note']
	};
	it.each(Object.entries(KEPT_WORDS))(
		'finds nobody by what %s keeps, and says the same as of a word that nobody wrote',
		async (name, places) => {
			const person = named(name);
			const nothing = 'kanarie-van-niemand-x';
			const unknown = await answersTo(`q=${nothing}`);
			for (const place of places) {
				const mark = person.marks[place] ?? '';
				const answers = await answersTo(`q=${encodeURIComponent(mark)}`);
				for (const [at, { bytes, address, status }] of answers.entries()) {
					expect(bytes, address).not.toContain(person.id);
					expect(status, address).toBe(unknown[at]?.status);
				}
				// The counts of every filter, and the places on the map.
				const { data } = await cast.member.client.rpc('search_colleagues', {
					...argumentsOf('search_colleagues'),
					p_words: [mark]
				});
				expect(data, place).toEqual([
					{
						total: 0,
						colleagues: [],
						facets: expect.objectContaining({
							topics: {},
							directions: {},
							provinces: {},
							kinds: {},
							sizes: {}
						}),
						places: {}
					}
				]);
			}
		}
	);

	it('has no page for who cannot be seen, and the same answer for all of them', async () => {
		const nobody = await ask('member', '/collegas/00000000-0000-4000-8000-00000000dead');
		expect(nobody.status).toBe(404);
		for (const name of ['hidden', 'paused', 'pending', 'suspended', 'rejected', 'admin']) {
			for (const page of ['', '/bericht']) {
				const answer = await ask('member', `/collegas/${named(name).id}${page}`);
				expect([name, answer.status]).toEqual([name, 404]);
				expect(leaks('member', answer.bytes.replaceAll(named(name).id, ''))).toEqual([]);
			}
		}
		expect((await ask('member', `/collegas/${named('half').id}`)).status).toBe(200);
	});
});
