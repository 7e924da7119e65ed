import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { fenceEmbedded } from './pilot.ts';

const ELSEWHERE = ['0.0.0.0', '::', '192.168.1.2', 'kaart.example.be'];

describe('the embedded backend', () => {
	it.each(['127.0.0.1', 'localhost', '::1'])('is for this machine, at %s', (host) =>
		expect(fenceEmbedded({}, host)).toBeUndefined()
	);

	it.each(ELSEWHERE)('is not for others, at %s', (host) => {
		for (const env of [{}, { SUPABASE_URL: '' }, { EMBEDDED_PILOT: '' }, { EMBEDDED_PILOT: '0' }]) {
			expect(() => fenceEmbedded(env, host)).toThrow(/SUPABASE_URL.*EMBEDDED_PILOT=1/);
		}
	});

	it.each(ELSEWHERE)('is a pilot once somebody says so, at %s', (host) => {
		expect(fenceEmbedded({ EMBEDDED_PILOT: '1' }, host)).toMatch(/proefopstelling.*This is a pilot/i);
	});
});

it.each(ELSEWHERE)('another Supabase is for everybody, at %s', (host) =>
	expect(fenceEmbedded({ SUPABASE_URL: 'https://a.example' }, host)).toBeUndefined()
);

/** Starts the site where its port is taken, so that it ends there at the latest. */
async function start(env: Record<string, string>) {
	const folder = await mkdtemp(join(tmpdir(), 'pilot-'));
	const taken = createServer().listen(0, '0.0.0.0');
	await once(taken, 'listening');
	const address = taken.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	try {
		const { SUPABASE_URL: _, ...inherited } = process.env;
		const dataDir = join(folder, 'data');
		const child = spawn(process.execPath, ['src/cli/start.ts'], {
			env: { ...inherited, HOST: '0.0.0.0', PORT: String(port), DATA_DIR: dataDir, ...env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (data: Buffer) => (output += data.toString()));
		}
		const [code] = await once(child, 'close');
		return { code, output, madeFolder: existsSync(dataDir) };
	} finally {
		taken.close();
		await rm(folder, { recursive: true });
	}
}

test('npm start refuses to show it to other machines before it opens or makes anything', async () => {
	const { code, output, madeFolder } = await start({ EMBEDDED_PILOT: '' });
	expect({ code, madeFolder }).toEqual({ code: 1, madeFolder: false });
	expect(output).toMatch(
		/^Met HOST=0\.0\.0\.0 .*alfasoftware.* \/ With HOST=0\.0\.0\.0 .*alpha software.*\n$/
	);
}, 60_000);

test('npm start goes on as a pilot, and says in one line what that is', async () => {
	const { code, output } = await start({ EMBEDDED_PILOT: '1' });
	expect(code).toBe(1);
	expect(output).toMatch(/^Let op: dit is een proefopstelling.*\nPoort \d+ is in gebruik\./);
}, 60_000);
