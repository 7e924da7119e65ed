/** Whether asking for the nearest desks stays as quick when there are a hundred times as many. */
import { Agent, request } from 'node:http';
import postgres from 'postgres';
import { freePort, startSite, startSupabase } from '../e2e/support/servers.ts';
import { median, report } from './figures.ts';

const SIZES = [1_000, 10_000, 100_000];
const QUESTIONS = 400;
const BOUND = 3;
const PATIENCE_MS = 180_000;

export async function measureNearest(): Promise<void> {
	const supabase = await startSupabase({
		port: await freePort(),
		postgresPort: await freePort(),
		dataDir: 'memory://'
	});
	try {
		const site = await startSite({ port: await freePort(), backend: supabase.keys });
		const agent = new Agent({ keepAlive: true, maxSockets: 1 });
		try {
			const latencies: number[] = [];
			for (const size of SIZES) {
				await waitUntilServed(site.url, agent, await fillDesks(supabase.databaseUrl, size));
				// Once for the compiler.
				if (latencies.length === 0) await medianLatency(site.url, agent);
				latencies.push(await medianLatency(site.url, agent));
			}
			const [first = NaN] = latencies;
			for (const [place, size] of SIZES.entries())
				report({
					name: `desks.geojson?near with ${size} desks against ${SIZES[0]}`,
					value: (latencies[place] ?? NaN) / first,
					unit: 'ratio',
					bound: { atMost: BOUND }
				});
		} finally {
			agent.destroy();
			await site.stop();
		}
	} finally {
		await supabase.stop();
	}
}

/** Makes it `size` desks, spread evenly over Flanders. @returns the version of the directory from then on */
async function fillDesks(databaseUrl: string, size: number): Promise<number> {
	const sql = postgres(databaseUrl, { max: 1 });
	try {
		await sql`
			insert into public.volunteer_desk
				(slug, local_government_id, name, street, postcode, place, lon, lat, published, is_example)
			select 'bench-' || n, (select id from public.local_government where participating_since is not null order by slug limit 1),
				'Loket ' || n, 'Voorbeeldstraat ' || n, '9000', 'Gent',
				2.6 + 3.3 * ((n * 0.6180339887)::numeric % 1)::double precision,
				50.7 + 0.75 * ((n * 0.7548776662)::numeric % 1)::double precision,
				true, true
			from generate_series((select count(*) from public.volunteer_desk) + 1, ${size}::bigint) as n`;
		const [row] = await sql<{ version: string }[]>`select version from public.directory_version`;
		return Number(row?.version);
	} finally {
		await sql.end();
	}
}

async function waitUntilServed(site: string, agent: Agent, version: number): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (Date.now() < deadline) {
		const { body } = await ask(`${site}/api/v1/desks.geojson?near=4.4,51&limit=1`, agent);
		const answer: { version?: number } = JSON.parse(body);
		if ((answer.version ?? 0) >= version) return;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error(`Version ${version} was not served in time.`);
}

/** Milliseconds. Every question is another one, so that none is answered from a cache. */
async function medianLatency(site: string, agent: Agent): Promise<number> {
	const latencies: number[] = [];
	for (let question = 0; question < QUESTIONS; question++) {
		const lon = (2.6 + 3.3 * ((question * 0.6180339887) % 1)).toFixed(6);
		const lat = (50.7 + 0.75 * ((question * 0.7548776662) % 1)).toFixed(6);
		const startedAt = performance.now();
		const { status } = await ask(`${site}/api/v1/desks.geojson?near=${lon},${lat}`, agent);
		if (status !== 200) throw new Error(`near=${lon},${lat} gave ${status}`);
		// The first ones warm up.
		if (question >= QUESTIONS / 4) latencies.push(performance.now() - startedAt);
	}
	return median(latencies);
}

function ask(url: string, agent: Agent): Promise<{ status: number; body: string }> {
	return new Promise((resolve, reject) => {
		request(url, { agent }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
			);
			response.on('error', reject);
		})
			.on('error', reject)
			.end();
	});
}
