import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillDataFolder } from '../../tests/e2e/support/dataFolder.ts';
import { startSupabase, type RunningSupabase } from '../../tests/e2e/support/servers.ts';

let folder: string;
let supabase: RunningSupabase;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'admin-grant-'));
	await fillDataFolder(folder);
	supabase = await startSupabase({ dataDir: folder });
	const sql = postgres(supabase.databaseUrl, { max: 1 });
	await register(sql, 'els@gent.example', true);
	await register(sql, 'an@gent.example', false);
	await sql.end();
});

afterEach(async () => {
	await supabase.stop();
	await rm(folder, { recursive: true, force: true });
});

test('over the network, whoever registered and confirmed becomes an administrator, and the answer says what came of it', async () => {
	const { SUPABASE_URL, SUPABASE_SECRET_KEY } = supabase.keys;
	const grant = (email: string) => run([email], { SUPABASE_URL, SUPABASE_SECRET_KEY });
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

test('without the right key nobody becomes anything, and the key is not repeated', async () => {
	const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = supabase.keys;
	expect(await run(['an@gent.example'], { SUPABASE_URL })).toMatchObject({
		code: 1,
		output: expect.stringMatching(/geef ook SUPABASE_SECRET_KEY/)
	});
	const refused = await run(['an@gent.example'], {
		SUPABASE_URL,
		SUPABASE_SECRET_KEY: SUPABASE_PUBLISHABLE_KEY
	});
	expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/gaf geen rechten: 42501/) });
	expect(refused.output).not.toContain(SUPABASE_PUBLISHABLE_KEY);
});

test('without an address it says how to give one', async () => {
	expect(await run([], {})).toMatchObject({
		code: 2,
		output: expect.stringMatching(/npm run admin:grant -- /)
	});
});

test('on the data folder it says that the site must stop first, and then does the same', async () => {
	expect(await run(['els@gent.example'], { DATA_DIR: folder })).toMatchObject({
		code: 1,
		output: expect.stringMatching(/De site draait.*proces \d+.*running/s)
	});
	await supabase.stop();
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

async function register(sql: postgres.Sql, email: string, confirmed: boolean): Promise<void> {
	await sql`
		insert into auth.users (id, aud, role, email, email_confirmed_at, raw_user_meta_data)
		values (gen_random_uuid(), 'authenticated', 'authenticated', ${email}, case when ${confirmed} then now() end,
			jsonb_build_object('full_name', 'Iemand Voorbeeld', 'job_title', 'Medewerker', 'position', 'staff',
				'local_government_id', (select id from public.local_government where slug = 'gemeente-gent'),
				'consent_version', '2026-11-21'))`;
}
