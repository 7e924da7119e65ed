import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectoryUnavailableError, createDirectoryStore, type DirectoryStore } from './directory.server';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { createKeyClient, type TypedClient } from '$lib/base/database/supabase.server';

const embedded = useDatabase({ exampleData: true });
let client: TypedClient;
let isReachable = true;
/** Set while the database accepts questions and leaves them lying. */
let hanging: Promise<never> | undefined;
let requests: string[] = [];
let clock = 0;
let log: string[] = [];
/** Resolves at the next line of the log and the next question. */
let news = Promise.withResolvers<void>();

/** A server with its own memory, beside the one database. Where nothing hangs, it waits for a slow machine too. */
function newStore(patienceMs = 600_000): DirectoryStore {
	return createDirectoryStore({
		client: () => client,
		now: () => clock,
		patienceMs,
		log: (message) => {
			log.push(message);
			tell();
		}
	});
}

function tell(): void {
	news.resolve();
	news = Promise.withResolvers();
}

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await news.promise;
}

async function rename(name: string): Promise<void> {
	const sql = `update public.local_government set name = $1 where kind = 'gemeente' and nis_code = '44021'`;
	await embedded.exclusively((db) => db.query(sql, [name]));
}

async function nameOfGhent(store: DirectoryStore): Promise<string | undefined> {
	return (await store.get()).byNisCode.get('44021')?.gemeente?.name;
}

beforeAll(async () => {
	// The network between server and database, which can fail.
	const line: typeof fetch = async (input, init) => {
		const request = new Request(input, init);
		requests.push(new URL(request.url).pathname);
		tell();
		if (!isReachable) throw new TypeError('fetch failed');
		if (hanging) return hanging;
		return embedded.fetch(request);
	};
	client = createKeyClient({ ...embedded, fetch: line }, embedded.publishableKey);
});

beforeEach(() => {
	isReachable = true;
	hanging = undefined;
	requests = [];
	log = [];
});

afterEach(() => void vi.useRealTimers());

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

	it('is sure of its copy for as long as it asks nothing, and of no copy before it', async () => {
		const store = newStore();
		const first = await store.get();
		expect(store.sureUntil(first)).toBe(clock + 1_000);
		await rename('Stad Gent');
		clock += 1_000;
		const second = await store.get();
		expect(store.sureUntil(second)).toBe(clock + 1_000);
		expect(store.sureUntil(first)).toBe(-Infinity);
		isReachable = false;
		clock += 1_000;
		expect(await store.get()).toBe(second);
		// It asks again a while later, and serves the last copy until then.
		expect(store.sureUntil(second)).toBe(clock + 5_000);
		isReachable = true;
		await rename('Gemeente Gent');
	});

	it('is not sure of a copy while a database hangs', async () => {
		const store = newStore(0);
		const copy = await store.get();
		hanging = new Promise<never>(() => {});
		clock += 1_000;
		expect(await store.get()).toBe(copy);
		expect(store.sureUntil(copy)).toBeLessThanOrEqual(clock);
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

	it('leaves out a desk that cannot be read, and says which column it was', async () => {
		const { directory } = await newStore().get();
		const [broken] = directory.desks;
		const change = (sql: string) => embedded.exclusively((db) => db.exec(sql));
		const [{ rule } = { rule: '' }] = await embedded.exclusively(async (db) => {
			const { rows } = await db.query<{ rule: string }>(
				`select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'volunteer_desk_wheelchair_check'`
			);
			return rows;
		});
		await change(`alter table public.volunteer_desk drop constraint volunteer_desk_wheelchair_check;
			update public.volunteer_desk set wheelchair = 'misschien' where id = '${broken?.id}'`);
		try {
			const { desks } = (await newStore().get()).directory;
			expect(desks).toHaveLength(directory.desks.length - 1);
			expect(desks).not.toContainEqual(expect.objectContaining({ id: broken?.id }));
			expect(log).toEqual(['A desk cannot be shown: wheelchair.']);
		} finally {
			await change(`update public.volunteer_desk set wheelchair = 'yes' where id = '${broken?.id}';
				alter table public.volunteer_desk add constraint volunteer_desk_wheelchair_check ${rule}`);
		}
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
		requests = [];
		for (let second = 1; second <= 12; second++) {
			clock += 1_000;
			expect(await store.get()).toBe(before);
		}
		// After a failure it is asked every five seconds: in the first, sixth and eleventh.
		expect(requests).toHaveLength(3);
		expect(log).toEqual([expect.stringMatching(/^The database does not answer; the last copy serves\. \S/)]);
		expect(await store.ask()).toBeUndefined();

		isReachable = true;
		await rename('Stad Gent');
		clock += 5_000;
		expect(await nameOfGhent(store)).toBe('Stad Gent');
		expect(log).toHaveLength(2);
		await rename('Gemeente Gent');
	});

	it('makes visitors wait two seconds once for a database that hangs, not each of them', async () => {
		const store = newStore(2_000);
		const before = await store.get();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const hang = Promise.withResolvers<never>();
		hanging = hang.promise;
		requests = [];

		clock += 1_000;
		let isAnswered = false;
		const first = store.get().finally(() => (isAnswered = true));
		await vi.advanceTimersByTimeAsync(1_999);
		expect(isAnswered).toBe(false);
		// Came later, waits no longer than the first.
		const second = store.get();
		await vi.advanceTimersByTimeAsync(1);
		expect(await first).toBe(before);
		expect(await second).toBe(before);

		// From here on no timer runs: whoever had to wait would wait forever.
		clock += 1_000;
		expect(await store.get()).toBe(before);
		clock += 60_000;
		expect(await store.get()).toBe(before);
		expect(requests).toHaveLength(1);

		hang.reject(new TypeError('fetch failed'));
		await until(() => log.length > 0);
		expect(log).toEqual([expect.stringMatching(/^The database does not answer; the last copy serves\. \S/)]);
		clock += 4_999;
		expect(await store.get()).toBe(before);
		expect(requests).toHaveLength(1);

		// Still hanging at the next check: nobody waits for that one.
		hanging = new Promise<never>(() => {});
		clock += 1;
		expect(await store.get()).toBe(before);
		await until(() => requests.length === 2);
	});

	it('serves what is new once a database that hung answers again', async () => {
		const store = newStore(2_000);
		const before = await store.get();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const hang = Promise.withResolvers<never>();
		hanging = hang.promise;
		clock += 1_000;
		const first = store.get();
		await vi.advanceTimersByTimeAsync(2_000);
		expect(await first).toBe(before);
		hang.reject(new TypeError('fetch failed'));
		await until(() => log.length === 1);
		vi.useRealTimers();

		hanging = undefined;
		await rename('Stad Gent');
		clock += 5_000;
		expect(await store.get()).toBe(before);
		await until(() => log.length === 2);
		expect(await nameOfGhent(store)).toBe('Stad Gent');
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
