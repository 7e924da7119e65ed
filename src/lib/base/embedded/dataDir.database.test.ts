import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootEmbedded, type PgliteBackend } from './index.server.ts';
import { copyInstallation, createInstallation, type Installation } from './installation.fixture.ts';

/** Made once, and copied for each test: the first start is the slow one. */
let made: Installation;
let installation: Installation;

beforeAll(async () => {
	installation = made = await createInstallation();
	await withBackend({ exampleData: true }, async () => {});
});
afterAll(() => made.remove());
beforeEach(async () => {
	installation = await copyInstallation(made);
});
afterEach(() => installation.remove());

async function withBackend<T>(
	options: { exampleData: boolean },
	use: (embedded: PgliteBackend) => Promise<T>
): Promise<T> {
	const { dataDir, supabaseDir } = installation;
	const embedded = await bootEmbedded({ dataDir, supabaseDir, ...options });
	try {
		return await use(embedded);
	} finally {
		await embedded.close();
	}
}

const ids = (embedded: PgliteBackend, table: string) =>
	embedded.exclusively(async (db) => {
		const { rows } = await db.query<{ id: number }>(`select id from ${table} order by id`);
		return rows.map(({ id }) => id);
	});

/** Where the writer keeps, a line each, the rows that were confirmed: a pipe may lose its end with the process. */
const confirmations = () => join(installation.dataDir, '..', 'confirmed.txt');

/** Starts the writer of writer.fixture.ts and hands over its confirmed rows one by one. */
function startWriter(): { child: ChildProcess; confirmed: AsyncIterator<string>; ended: Promise<unknown> } {
	const script = join(import.meta.dirname, 'writer.fixture.ts');
	const child = spawn('node', [script, installation.dataDir, installation.supabaseDir, confirmations()], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise((resolve) => child.once('close', resolve));
	const confirmed = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	return { child, confirmed, ended };
}

describe('the keys of an installation', () => {
	it('stay the same from one start to the next, in a file that only its owner can read', async () => {
		const path = join(installation.dataDir, 'keys.json');
		const keys = JSON.parse(await readFile(path, 'utf8'));
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		await withBackend({ exampleData: true }, async ({ publishableKey, secretKey, jwtSecret }) => {
			expect({ publishableKey, secretKey, jwtSecret }).toEqual(keys);
		});
	});

	it('are never replaced silently when the file is damaged, and the folder is free again', async () => {
		const path = join(installation.dataDir, 'keys.json');
		const keys = await readFile(path, 'utf8');
		await writeFile(path, keys.slice(0, 20));
		await expect(withBackend({ exampleData: true }, async () => {})).rejects.toThrow(/keys\.json is damaged/);
		await writeFile(path, keys);
		await withBackend({ exampleData: true }, async () => {});
	});
});

it('a data folder that others can read is for its owner only, with all that is made in it later', async () => {
	const { dataDir } = installation;
	await chmod(dataDir, 0o755);
	await chmod(join(dataDir, 'postgres'), 0o755);
	await chmod(join(dataDir, 'postgres', 'PG_VERSION'), 0o644);
	await withBackend({ exampleData: false }, ({ db }) =>
		db.exec('create table public.later (id int); insert into public.later values (1); checkpoint')
	);
	const names = ['.', ...(await readdir(dataDir, { recursive: true }))];
	const open: string[] = [];
	for (const name of names) if ((await stat(join(dataDir, name))).mode & 0o077) open.push(name);
	expect(open).toEqual([]);
});

describe('a later start', () => {
	it('with a database of other migrations changes nothing, and gives the folder back', async () => {
		const [first, baseline] = ['20260101000100_first.sql', '20260201000000_baseline.sql'].map((file) =>
			join(installation.supabaseDir, 'migrations', file)
		) as [string, string];
		await rename(first, baseline);
		await expect(withBackend({ exampleData: true }, async () => {})).rejects.toThrow(/npm run db:reset/);
		await rename(baseline, first);
		const kept = await withBackend({ exampleData: true }, (embedded) =>
			ids(embedded, 'public.volunteer_desk')
		);
		expect(kept).toEqual([7]);
	});

	it('leaves alone what migrations took away from the request roles', async () => {
		await withBackend({ exampleData: false }, ({ db }) =>
			db.exec(
				'alter default privileges in schema public revoke all on functions from anon, authenticated, public'
			)
		);
		const callable = await withBackend({ exampleData: false }, async ({ db }) => {
			await db.exec(`
				alter default privileges revoke execute on functions from public;
				create function public.later() returns int language sql as 'select 1';
			`);
			const { rows } = await db.query(
				`select has_function_privilege('anon', 'public.later()', 'execute') as anon,
					has_function_privilege('service_role', 'public.later()', 'execute') as server`
			);
			return rows;
		});
		expect(callable).toEqual([{ anon: false, server: true }]);
	});
});

describe('a data folder in use', () => {
	it('is refused to a second process, in Dutch and English, with the process that holds it', async () => {
		const { child, confirmed, ended } = startWriter();
		await confirmed.next();
		const error = await withBackend({ exampleData: false }, async () => {}).catch(
			(reason: unknown) => reason
		);
		child.kill('SIGKILL');
		await ended;
		expect(String(error)).toContain(`is in gebruik door proces ${child.pid}.`);
		expect(String(error)).toContain(`is in use by process ${child.pid}.`);
	});

	it('loses nothing that was confirmed when its process is killed while writing, and opens at once', async () => {
		const { child, confirmed, ended } = startWriter();
		while (Number((await confirmed.next()).value) < 150);
		child.kill('SIGKILL');
		await ended;
		const last = (await readFile(confirmations(), 'utf8')).trimEnd().split('\n').length;

		const kept = await withBackend({ exampleData: false }, (embedded) => ids(embedded, 'public.note'));
		expect(kept.slice(0, last)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
		// One more may have been written without the confirmation having got out.
		expect(kept.length - last).toBeLessThanOrEqual(1);
	});
});
