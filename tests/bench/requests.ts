/**
 * How many requests the site answers in a second of a processor, of those a bare Node server with the same bytes answers. Its own
 * processor: how many a whole machine answers in a second says more about what else runs on it.
 */
import autocannon from 'autocannon';
import { get } from '../e2e/support/http.ts';
import { startBareServer, type BareServer, type ReadyAnswers } from './bareServer.ts';
import { quickest, report } from './figures.ts';
import { startFillableSite } from './manyDesks.ts';

type Server = Pick<BareServer, 'url' | 'worked'>;

const ENCODING = { 'accept-encoding': 'br, gzip' };
const ROUNDS = 5;
/** Of a round: what the site does once a second is in it. */
const REQUESTS = 8_000;
const CONNECTIONS = 10;
/** Of a bare server, at least: what is kept is answered before the framework. Measured on two busy cores: 0.7 to 0.95. */
const BOUND = 0.6;

/** Its database is a process of its own, as where the site is run for many. */
export async function measureRequests(): Promise<void> {
	const site = await startFillableSite();
	try {
		await measure(site);
	} finally {
		await site.stop();
	}
}

async function measure(site: Server): Promise<void> {
	const paths = ['/', '/api/v1/desks.geojson'];
	const answers: ReadyAnswers = {};
	const etags: Record<string, string> = {};
	for (const path of paths) {
		const { headers, body } = await get(site.url + path, ENCODING);
		etags[path] = headers.etag ?? '';
		const { connection: _, 'keep-alive': __, date: ___, 'transfer-encoding': ____, ...kept } = headers;
		answers[path] = {
			headers: Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)])),
			body: body.toString('base64')
		};
	}
	const bare = await startBareServer(answers);
	try {
		for (const [name, path, expected] of [
			['requests/s of / (200)', '/', 200],
			['requests/s of desks.geojson (200)', '/api/v1/desks.geojson', 200],
			['requests/s of desks.geojson (304)', '/api/v1/desks.geojson', 304]
		] as const) {
			const headers = { ...ENCODING, ...(expected === 304 ? { 'if-none-match': etags[path] ?? '' } : {}) };
			const costs: { own: number[]; baseline: number[] } = { own: [], baseline: [] };
			// The first round is for the compiler.
			for (let round = 0; round <= ROUNDS; round++) {
				const baseline = await costOf(bare, path, headers, expected);
				const own = await costOf(site, path, headers, expected);
				if (round === 0) continue;
				costs.baseline.push(baseline);
				costs.own.push(own);
			}
			const [own, baseline] = [quickest(costs.own), quickest(costs.baseline)];
			report({
				...{ name, value: baseline / own, unit: 'ratio' },
				...{ bound: { atLeast: BOUND }, sides: { own, baseline } }
			});
		}
	} finally {
		await bare.stop();
	}
}

/** Milliseconds of work for one request. */
async function costOf(
	{ url, worked }: Server,
	path: string,
	headers: Record<string, string>,
	expected: number
): Promise<number> {
	const before = await worked();
	const result = await autocannon({
		...{ url: url + path, headers },
		...{ amount: REQUESTS, connections: CONNECTIONS }
	});
	const cost = ((await worked()) - before) / REQUESTS;
	const unexpected = Object.keys(result.statusCodeStats).filter((status) => Number(status) !== expected);
	if (result.errors > 0 || unexpected.length > 0)
		throw new Error(
			`${url}${path}: ${result.errors} errors, answers ${unexpected.join(', ')} besides ${expected}`
		);
	return cost;
}
