import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryUnavailableError, createDirectoryStore, type DirectoryStore } from './directory';
import { bootForTests } from './embedded/forTests.ts';
import type { Embedded } from './embedded/index.ts';
import { createKeyClient, type TypedClient } from './supabase';

let embedded: Embedded;
let client: TypedClient;
let isReachable = true;
let requests: string[] = [];
let clock = 0;
let log: string[] = [];

/** A server with its own memory, beside the one database. */
function newStore(): DirectoryStore {
	return createDirectoryStore({
		client: () => client,
		now: () => clock,
		log: (message) => log.push(message)
	});
}

async function rename(name: string): Promise<void> {
	const sql = `update public.local_government set name = $1 where kind = 'gemeente' and nis_code = '44021'`;
	await embedded.exclusively((db) => db.query(sql, [name]));
}

async function nameOfGhent(store: DirectoryStore): Promise<string | undefined> {
	return (await store.get()).byNisCode.get('44021')?.gemeente?.name;
}

beforeAll(async () => {
	embedded = await bootForTests();
	// The network between server and database, which can fail.
	const line: typeof fetch = async (input, init) => {
		const request = new Request(input, init);
		requests.push(new URL(request.url).pathname);
		if (!isReachable) throw new TypeError('fetch failed');
		return embedded.fetch(request);
	};
	client = createKeyClient({ ...embedded, fetch: line }, embedded.publishableKey);
}, 120_000);

afterAll(() => embedded.close());

beforeEach(() => {
	isReachable = true;
	requests = [];
	log = [];
});

describe('the directory in memory', () => {
	it('holds all 304 current municipalities, their governments, postcodes and desks, more than one page of rows', async () => {
		const index = await newStore().get();
		expect(index.entries).toHaveLength(304);
		expect(index.directory.localGovernments).toHaveLength(608);
		expect(index.directory.postalCodes.length).toBeGreaterThan(1_000);
		expect(
			new Set(index.directory.postalCodes.map((row) => `${row.postcode} ${row.placeName}`)).size
		).toBeGreaterThan(1_000);
		expect(index.directory.desks.length).toBeGreaterThan(0);
		expect(index.directory.hasExampleData).toBe(true);
	});

	it('asks nothing within a second of the last check, and only the version after it', async () => {
		const store = newStore();
		const first = await store.get();
		requests = [];
		clock += 999;
		expect(await store.get()).toBe(first);
		expect(requests).toEqual([]);
		clock += 1;
		expect(await store.get()).toBe(first);
		expect(requests).toEqual(['/rest/v1/directory_version']);
	});

	it('shows a change within a second', async () => {
		const store = newStore();
		const before = await store.get();
		await rename('Stad Gent');
		clock += 1_000;
		expect(await nameOfGhent(store)).toBe('Stad Gent');
		expect((await store.get()).directory.version).toBeGreaterThan(before.directory.version);
		await rename('Gemeente Gent');
	});

	it('reads once for a hundred visitors at the same moment', async () => {
		const store = newStore();
		const copies = await Promise.all(Array.from({ length: 100 }, () => store.get()));
		expect(new Set(copies).size).toBe(1);
		expect(requests.filter((path) => path === '/rest/v1/municipality').length).toBeLessThanOrEqual(2);
	});

	it('serves the last copy while the database is unreachable, says so once, and catches up', async () => {
		const store = newStore();
		const before = await store.get();
		isReachable = false;
		for (let second = 1; second <= 3; second++) {
			clock += 1_000;
			expect(await store.get()).toBe(before);
		}
		expect(log).toEqual(['The database does not answer; the last copy serves.']);
		expect(await store.ask()).toBeUndefined();

		isReachable = true;
		await rename('Stad Gent');
		clock += 1_000;
		expect(await nameOfGhent(store)).toBe('Stad Gent');
		expect(log).toHaveLength(2);
		await rename('Gemeente Gent');
	});

	it('says that it is unavailable when there never was a copy, and recovers by itself', async () => {
		const store = newStore();
		isReachable = false;
		await expect(store.get()).rejects.toThrow(DirectoryUnavailableError);
		isReachable = true;
		expect((await store.get()).entries).toHaveLength(304);
	});

	it('tells the version that the database has now', async () => {
		const store = newStore();
		expect(await store.ask()).toBe((await store.get()).directory.version);
	});
});
