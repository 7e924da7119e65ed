import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DatabaseFiles, START_PARAMETERS } from './databaseFiles.server.ts';
import { cutPower, RecordedFiles, seededChance } from './powerCut.fixture.ts';
import { makeDatabase } from './storedDatabase.server.ts';

/** `POWER_CUTS=200` cuts as often; another `POWER_SEED` chooses other moments. */
const CUTS = Number(process.env.POWER_CUTS ?? 4);
const SEED = Number(process.env.POWER_SEED ?? 20_261_130);
const WRITES = 150;

const folder = mkdtempSync(join(tmpdir(), 'power-cut-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const before = join(folder, 'before');
const copy = join(folder, 'copy');

let recorded: RecordedFiles;
/** After how many steps each write was confirmed. */
const confirmed: number[] = [];

beforeAll(async () => {
	await makeDatabase(before);
	const first = await open(new DatabaseFiles(before));
	await first.exec(`
		create table note (id int primary key, text text not null);
		create table line (note int not null references note, text text not null);
	`);
	await first.close();

	const live = join(folder, 'live');
	cpSync(before, live, { recursive: true });
	recorded = new RecordedFiles(live);
	const db = await open(recorded);
	for (let id = 0; id < WRITES; id++) {
		await db.transaction(async (transaction) => {
			await transaction.query('insert into note values ($1, $2)', [id, `note ${id} ${'x'.repeat(500)}`]);
			await transaction.query('insert into line values ($1, $2)', [id, 'a line of it']);
		});
		confirmed.push(recorded.steps.length);
		if (id % 40 === 39) await db.exec(`checkpoint; create table later_${id} (id int)`);
	}
	// Not closed: a database that stops in an orderly way flushes everything.
});

const open = (files: DatabaseFiles) => PGlite.create({ fs: files, startParams: START_PARAMETERS });

/** What is there after a start on the copy. @throws when it does not start */
async function startedCopy(): Promise<{ notes: Set<number>; lines: Set<number> }> {
	// Not flushed: its power stays.
	const db = await PGlite.create(copy);
	try {
		const ids = async (sql: string) => {
			const { rows } = await db.query<{ id: number }>(sql);
			return new Set(rows.map(({ id }) => id));
		};
		const notes = await ids('select id from note where length(text) > 500');
		await db.exec('set enable_seqscan = off');
		expect((await ids('select id from note order by id')).size).toBe(notes.size);
		await db.query(`insert into note values (-1, 'it can be written again')`);
		return { notes, lines: await ids('select note as id from line') };
	} finally {
		await db.close();
	}
}

const confirmedBy = (step: number) => confirmed.flatMap((at, id) => (at <= step ? [id] : []));

it(
	`loses nothing that was confirmed when the power is cut ${CUTS} times (seed ${SEED})`,
	async () => {
		const chance = seededChance(SEED);
		const lost: Record<string, number[]> = {};
		for (let cut = 0; cut < CUTS; cut++) {
			const after = Math.floor(chance() * recorded.steps.length);
			cutPower(recorded, { before, folder: copy, after, chance });
			const { notes, lines } = await startedCopy();
			// Whole or not at all.
			expect(lines).toEqual(notes);
			const missing = confirmedBy(after).filter((id) => !notes.has(id));
			if (missing.length > 0) lost[`after ${after} steps`] = missing;
		}
		expect(lost).toEqual({});
	},
	60_000 * Math.max(2, CUTS)
);

it('would lose it if nothing were flushed', async () => {
	const steps = recorded.steps.filter(({ kind }) => kind !== 'flush');
	cutPower({ steps, paths: recorded.paths }, { before, folder: copy, after: steps.length, chance: () => 0 });
	// It may not even start.
	const notes = await startedCopy().then(
		(found) => found.notes,
		() => new Set<number>()
	);
	expect(notes.size).toBeLessThan(WRITES);
});
