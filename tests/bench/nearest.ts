/** Whether asking for the nearest desks stays as quick when there are a hundred times as many. */
import { Agent, request } from 'node:http';
import { median, report } from './figures.ts';
import { startFillableSite } from './manyDesks.ts';

const SIZES = [1_000, 10_000, 100_000];
const QUESTIONS = 400;
const BOUND = 3;

export async function measureNearest(): Promise<void> {
	const site = await startFillableSite();
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	try {
		const latencies: number[] = [];
		for (const size of SIZES) {
			await site.fill(size);
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
				bound: { atMost: BOUND },
				sides: { own: latencies[place] ?? NaN, baseline: first }
			});
	} finally {
		agent.destroy();
		await site.stop();
	}
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

function ask(url: string, agent: Agent): Promise<{ status: number }> {
	return new Promise((resolve, reject) => {
		request(url, { agent }, (response) => {
			response.on('end', () => resolve({ status: response.statusCode ?? 0 })).on('error', reject);
			response.resume();
		})
			.on('error', reject)
			.end();
	});
}
