import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { clientOf } from '../../../tests/policies/actors.ts';
import { makePlayer } from '../../../tests/policies/people.ts';
import { createDirectoryStore } from '$lib/directory/directory.server';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { markedParts } from '$lib/domain/resource/found';
import { resourceQuery } from '$lib/domain/resource/resourceQuery';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';
import { resourceBySlug } from './resource.server';
import { RESOURCES_PER_PAGE, searchResources } from './search.server';

const embedded = useDatabase({ exampleData: true });
let visitor: TypedClient;
let member: TypedClient;
let index: DirectoryIndex;

beforeAll(async () => {
	visitor = clientOf('visitor', embedded);
	member = (await makePlayer(embedded, 'member')).client;
	const store = createDirectoryStore({
		client: () => createKeyClient(embedded, embedded.publishableKey),
		now: () => 0,
		patienceMs: 600_000,
		log: () => {}
	});
	index = await store.get();
});

const sql = (text: string, parameters: unknown[] = []) =>
	embedded.exclusively((db) => db.query<Record<string, unknown>>(text, parameters));
const search = (client: TypedClient, query: Partial<typeof resourceQuery.empty>) =>
	searchResources(client, index, { ...resourceQuery.empty, ...query });
const slugs = async (client: TypedClient, q: string) =>
	(await search(client, { q })).items.map(({ slug }) => slug);

describe('a search in the example', () => {
	it('has what is public for a visitor, and for a member two more', async () => {
		const [ofVisitor, ofMember] = [await search(visitor, {}), await search(member, {})];
		expect(ofVisitor.items).toHaveLength(Math.min(ofVisitor.total, RESOURCES_PER_PAGE));
		expect(ofMember.total).toBe(ofVisitor.total + 2);
		expect(ofVisitor).toMatchObject({ page: 1, pageCount: 1, correction: null, hasNoWords: false });
		expect(Object.values(ofVisitor.facets.soort).every((count) => count > 0)).toBe(true);
		expect(Object.values(ofVisitor.facets.provincie).every((count) => count > 0)).toBe(true);
		expect(ofVisitor.facets.resultaat).toEqual({ gelukt: 3, 'niet-gelukt': 2 });
		expect(ofVisitor.facets.taal).toEqual({ nl: ofVisitor.total - 1, fr: 1, en: 0 });
	});

	it.each([
		['loket', 'draaiboek-loket-in-de-bibliotheek'],
		['intervisies', 'vijf-praktijken-vijf-gesprekken'],
		['coordinatie', 'buurt-in-beweging'],
		['bénévoles', 'fiche-accueillir-un-benevole']
	])('finds by %s %s', async (word, slug) => {
		expect(await slugs(visitor, word)).toContain(slug);
	});

	it('says what it shows instead of a typing error', async () => {
		const { correction, total } = await search(visitor, { q: 'vrijwiligers' });
		expect([correction, total > 0]).toEqual([{ asked: 'vrijwiligers', shown: 'vrijwilligers' }, true]);
		expect(await search(visitor, { q: 'vrijwiligers', letterlijk: true })).toMatchObject({
			correction: null,
			total: 0
		});
		expect(await search(visitor, { q: 'van de' })).toMatchObject({ hasNoWords: true });
	});

	it('narrows by what an address says, and shows the last page for a later one', async () => {
		const { items, page } = await search(visitor, {
			soort: ['verhaal'],
			resultaat: ['niet-gelukt'],
			page: 9
		});
		expect(page).toBe(1);
		expect(items.map(({ slug }) => slug)).toEqual(['ons-loket-op-de-markt', 'buddywerking-zonder-afspraken']);
		const slug = items[0]?.owner?.municipalitySlug ?? '';
		expect((await search(visitor, { bestuur: slug })).items.map((item) => item.slug)).toContain(
			'ons-loket-op-de-markt'
		);
		expect((await search(visitor, { bestuur: 'bestaat-niet' })).total).toBe(0);
		expect((await search(visitor, { gebruikt: 'bestaat-niet' })).total).toBe(0);
	});

	it('marks what was found', async () => {
		const { items } = await search(visitor, { q: 'wassalon' });
		const [first] = items;
		expect(markedParts(first?.summary ?? '')).toContainEqual({ text: 'wassalon', isFound: true });
		expect(first?.snippet).toContain('wassalon');
	});
});

describe('the page of an item', () => {
	const read = (client: TypedClient, slug: string, isMember = false) =>
		resourceBySlug(client, index, slug, isMember, () => createKeyClient(embedded, embedded.secretKey));

	it('has all that hangs on it, both ways', async () => {
		expect(await read(visitor, 'ons-loket-op-de-markt')).toMatchObject({
			found: {
				outcome: 'successful_failure',
				tools: [{ slug: 'affiche-sjabloon' }, { slug: 'checklist-onthaalgesprek' }],
				owner: { kind: 'gemeente' },
				contactId: null
			}
		});
		const tool = await read(visitor, 'checklist-onthaalgesprek');
		expect(tool).toMatchObject({
			found: { stories: expect.arrayContaining([expect.objectContaining({ slug: 'ons-loket-op-de-markt' })]) }
		});
		if (typeof tool === 'string' || !('found' in tool)) throw new Error('There is no tool.');
		expect(tool.found.uses).toHaveLength(15);
		const publication = await read(visitor, 'vijf-praktijken-vijf-gesprekken');
		expect(publication).toMatchObject({
			found: {
				owner: null,
				blocks: [{ place: 1 }, { place: 2 }, { place: 3 }, { place: 4 }, { place: 5 }],
				partners: [{ role: 'with' }, { role: 'takes_part' }, { role: 'supports' }],
				card: { name: 'Redactie' }
			}
		});
	});

	it('is unknown where it is for members, and theirs to read', async () => {
		expect(await read(visitor, 'afsprakenblad-bij-stoppen')).toBe('unknown');
		expect(await read(member, 'afsprakenblad-bij-stoppen', true)).toMatchObject({
			found: { visibility: 'members' }
		});
	});

	it('tells a member whom to ask, and a visitor not', async () => {
		const { rows } = await sql(
			`select slug, contact_id from public.resource
				where contact_id is not null and visibility = 'public' order by slug limit 1`
		);
		const [row] = rows;
		expect(await read(member, String(row?.slug), true)).toMatchObject({
			found: { contactId: row?.contact_id }
		});
		expect(await read(visitor, String(row?.slug))).toMatchObject({ found: { contactId: null } });
	});

	describe('that moved or was taken off', () => {
		beforeEach(() =>
			sql(
				`update public.resource set slug = 'nu-' || slug where slug in ('affiche-sjabloon', 'afsprakenblad-bij-stoppen')`
			)
		);

		it('leads on, and is gone where it was public', async () => {
			expect(await read(visitor, 'affiche-sjabloon')).toEqual({ movedTo: 'nu-affiche-sjabloon' });
			expect(await read(visitor, 'afsprakenblad-bij-stoppen')).toBe('unknown');
			expect(await read(member, 'afsprakenblad-bij-stoppen', true)).toEqual({
				movedTo: 'nu-afsprakenblad-bij-stoppen'
			});
			await sql(`update public.resource set taken_off_at = now() where slug like 'nu-%'`);
			expect(await read(visitor, 'affiche-sjabloon')).toBe('gone');
			expect(await read(visitor, 'nu-affiche-sjabloon')).toBe('gone');
			expect(await read(visitor, 'nu-afsprakenblad-bij-stoppen')).toBe('unknown');
			expect(await read(member, 'nu-afsprakenblad-bij-stoppen', true)).toBe('unknown');
			expect(await read(visitor, 'bestaat-niet')).toBe('unknown');
		});
	});
});
