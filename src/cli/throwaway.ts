import { spawn } from 'node:child_process';
import { bootPgliteForTests } from '../lib/base/embedded/embedded.fixture.ts';
import type { Embedded } from '../lib/base/embedded/index.server.ts';
import { openPostgresPort } from '../lib/base/embedded/socket.server.ts';

/**
 * Runs a command of the Supabase CLI against a backend in memory that has the current migrations and seeds.
 * @param prepare what to do with the database first
 * @returns the exit code, and what the command wrote to its standard output; its standard error is passed on only
 *   when it fails
 */
export async function runSupabase(
	args: string[],
	prepare: (embedded: Embedded) => Promise<void> = async () => {}
): Promise<{ code: number; output: string }> {
	const embedded = await bootPgliteForTests({ exampleData: true });
	try {
		await prepare(embedded);
		const port = await openPostgresPort(embedded, 0);
		try {
			return await supabase([...args, `--remote=${port.url}`]);
		} finally {
			await port.close();
		}
	} finally {
		await embedded.close();
	}
}

function supabase(args: string[]): Promise<{ code: number; output: string }> {
	const child = spawn('supabase', args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, PGSSLMODE: 'disable', DO_NOT_TRACK: '1' }
	});
	const output: Buffer[] = [];
	const errors: Buffer[] = [];
	child.stdout.on('data', (data: Buffer) => output.push(data));
	child.stderr.on('data', (data: Buffer) => errors.push(data));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			if (code !== 0) process.stderr.write(Buffer.concat(errors));
			resolve({ code: code ?? 1, output: Buffer.concat(output).toString() });
		});
	});
}
