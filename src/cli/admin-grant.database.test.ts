import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Listening } from '../../tests/database/listen.ts';
import { useDatabase } from '../../tests/database/useDatabase.ts';
import { fillDataFolder } from '../../tests/e2e/support/dataFolder.ts';
import { startSupabase } from '../../tests/e2e/support/servers.ts';
import type { Queries } from '../lib/base/embedded/database.server.ts';

const embedded = useDatabase({ exampleData: true });
let backend: Listening;

beforeAll(async () => {
	backend = await listen((request) => embedded.fetch(request));
	await embedded.exclusively(async (db) => {
		await register(db, 'els@gent.example', true);
		await register(db, 'an@gent.example', false);
	});
});
afterAll(() => backend.close());

describe('over the network', () => {
	it('whoever registered and confirmed becomes an administrator, and the answer says what came of it', async () => {
		const grant = (email: string) =>
			run([email], { SUPABASE_URL: backend.url, SUPABASE_SECRET_KEY: embedded.secretKey });
		expect(await grant('els@gent.example')).toEqual({
			code: 0,
			output: 'els@gent.example is nu goedgekeurd en beheerder.\n'
		});
		expect(await grant('ELS@gent.example')).toMatchObject({
			code: 0,
			output: expect.stringMatching(/was al beheerder/)
		});
		expect(await grant('an@gent.example')).toMatchObject({
			code: 4,
			output: expect.stringMatching(/niet bevestigd/)
		});
		expect(await grant('jan@gent.example')).toMatchObject({
			code: 3,
			output: expect.stringMatching(/Niemand/)
		});
	});

	it('nobody becomes anything without the right key, and the key is not repeated', async () => {
		const { publishableKey } = embedded;
		expect(await run(['an@gent.example'], { SUPABASE_URL: backend.url })).toMatchObject({
			code: 1,
			output: expect.stringMatching(/geef ook SUPABASE_SECRET_KEY/)
		});
		const refused = await run(['an@gent.example'], {
			SUPABASE_URL: backend.url,
			SUPABASE_SECRET_KEY: publishableKey
		});
		expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/gaf geen rechten: 42501/) });
		expect(refused.output).not.toContain(publishableKey);
	});
});

describe('without an address', () => {
	it('it says how to give one', async () => {
		expect(await run([], {})).toMatchObject({
			code: 2,
			output: expect.stringMatching(/npm run admin:grant -- /)
		});
	});
});

describe('on the data folder', () => {
	it('it says that the site must stop first, and then does the same', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'admin-grant-'));
		try {
			await fillDataFolder(folder, (db) => register(db, 'els@gent.example', true));
			const supabase = await startSupabase({ dataDir: folder });
			try {
				expect(await run(['els@gent.example'], { DATA_DIR: folder })).toMatchObject({
					code: 1,
					output: expect.stringMatching(/De site draait.*proces \d+.*running/s)
				});
			} finally {
				await supabase.stop();
			}
			const granted = { code: 0, output: 'els@gent.example is nu goedgekeurd en beheerder.\n' };
			expect(await run(['els@gent.example'], { DATA_DIR: folder })).toEqual(granted);
			expect(await run(['els@gent.example'], { DATA_DIR: folder })).toMatchObject({
				code: 0,
				output: expect.stringMatching(/was al beheerder/)
			});
			expect(await run(['els@gent.example'], { DATA_DIR: join(folder, 'elders') })).toMatchObject({
				code: 1,
				output: expect.stringMatching(/nog geen database/)
			});
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	});
});

/** Of the one who runs the tests, without what would lead them to another database. */
function environment(env: Record<string, string>): NodeJS.ProcessEnv {
	const { SUPABASE_URL: _url, SUPABASE_SECRET_KEY: _key, DATA_DIR: _dir, ...others } = process.env;
	return { ...others, ...env };
}

async function run(
	args: string[],
	env: Record<string, string>
): Promise<{ code: number | null; output: string }> {
	const child = spawn(process.execPath, ['src/cli/admin-grant.ts', ...args], {
		env: environment(env),
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (data: Buffer) => (output += data.toString()));
	}
	const [code] = await once(child, 'close');
	return { code: typeof code === 'number' ? code : null, output };
}

async function register(db: Queries, email: string, confirmed: boolean): Promise<void> {
	await db.query(
		`insert into auth.users (id, aud, role, email, email_confirmed_at, raw_user_meta_data)
		values (gen_random_uuid(), 'authenticated', 'authenticated', $1, case when $2 then now() end,
			jsonb_build_object('full_name', 'Iemand Voorbeeld', 'job_title', 'Medewerker', 'position', 'staff',
				'local_government_id', (select id from public.local_government where slug = 'gemeente-gent'),
				'consent_version', '2026-11-21'))`,
		[email, confirmed]
	);
}
