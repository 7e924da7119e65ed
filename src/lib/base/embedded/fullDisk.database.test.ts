import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { SmallDisk } from './fullDisk.fixture.ts';
import { bootEmbedded, type PgliteBackend } from './index.server.ts';
import { copyInstallation, createInstallation, type Installation } from './installation.fixture.ts';

/** Made once, and copied for each test: the first start is the slow one. */
let made: Installation;
let installation: Installation;
let disk: SmallDisk;
let embedded: PgliteBackend;
const log = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeAll(async () => {
	made = await createInstallation();
	await (await bootEmbedded({ ...made, exampleData: false })).close();
});
afterAll(() => made.remove());
beforeEach(async () => {
	installation = await copyInstallation(made);
	disk = new SmallDisk(installation.dataDir);
	embedded = await boot();
	await embedded.exclusively((db) =>
		db.exec(`alter table public.note add column text text not null default ''`)
	);
	log.mockClear();
});
afterEach(async () => {
	await embedded.close();
	await installation.remove();
});

const boot = () =>
	bootEmbedded({ ...installation, exampleData: false, filesIn: disk.filesIn, freeOnDisk: disk.free });

const asServer = (path: string, init: RequestInit = {}) =>
	embedded.fetch(`${embedded.url}/rest/v1/${path}`, {
		...init,
		headers: {
			apikey: embedded.secretKey,
			authorization: `Bearer ${embedded.secretKey}`,
			'content-type': 'application/json'
		}
	});

const write = (id: number) =>
	asServer('note', { method: 'POST', body: JSON.stringify({ id, text: 'canary '.repeat(100) }) });

async function ids(): Promise<number[]> {
	const answer = await asServer('note?select=id&order=id');
	expect(answer.status).toBe(200);
	const rows: { id: number }[] = await answer.json();
	return rows.map(({ id }) => id);
}

/** Writes until it is refused. @returns the rows that were confirmed, and the refusal */
async function writeUntilRefused(): Promise<{ confirmed: number[]; refusal: Response }> {
	const confirmed: number[] = [];
	for (let id = 1; ; id++) {
		const answer = await write(id);
		if (answer.status !== 201) return { confirmed, refusal: answer };
		confirmed.push(id);
	}
}

it('reads on a full disk, refuses to write with words and nothing of what was sent, and writes again by itself', async () => {
	disk.left = 0;
	const { confirmed, refusal } = await writeUntilRefused();
	expect(refusal.status).toBe(503);
	const body = await refusal.text();
	expect(JSON.parse(body)).toMatchObject({ code: '53100', details: null });
	expect(JSON.stringify([body, ...log.mock.calls])).not.toContain('canary');

	expect(await ids()).toEqual(confirmed);
	// From now on nothing is begun that would not fit.
	const refusedOutright = await write(9_001);
	expect(refusedOutright.status).toBe(503);
	expect(await refusedOutright.json()).toMatchObject({ code: '53100' });
	expect(await ids()).toEqual(confirmed);

	disk.left = Infinity;
	expect((await write(9_002)).status).toBe(201);
	expect(await ids()).toEqual([...confirmed, 9_002]);
});

it('finishes what was begun when it is the log that does not fit, and has lost nothing after a start', async () => {
	expect((await write(1)).status).toBe(201);
	disk.left = 0;
	// The next write begins another file of the log.
	await embedded.exclusively((db) => db.exec('select pg_switch_wal()'));
	const begun = await write(2);
	expect(existsSync(disk.reserve)).toBe(false);
	expect((await write(3)).status).toBe(503);
	const confirmed = begun.status === 201 ? [1, 2] : [1];
	expect(await ids()).toEqual(confirmed);

	disk.left = Infinity;
	expect((await write(4)).status).toBe(201);
	expect(existsSync(disk.reserve)).toBe(true);
	await embedded.close();
	embedded = await boot();
	expect(await ids()).toEqual([...confirmed, 4]);
});

it('starts on a full disk, and reads', async () => {
	expect((await write(1)).status).toBe(201);
	disk.left = 0;
	await embedded.close();
	embedded = await boot();
	expect(await ids()).toEqual([1]);
	expect((await write(2)).status).toBe(503);

	disk.left = Infinity;
	expect((await write(3)).status).toBe(201);
	expect(existsSync(disk.reserve)).toBe(true);
	expect(await ids()).toEqual([1, 3]);
});
