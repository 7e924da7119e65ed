/** How many requests a second the site answers, of those a bare Node server with the same bytes answers. */
import autocannon from 'autocannon';
import { get } from '../e2e/support/http.ts';
import { startBareServer, type ReadyAnswers } from './bareServer.ts';
import { median, report } from './figures.ts';

const ENCODING = { 'accept-encoding': 'br, gzip' };
const ROUNDS = 3;
const SECONDS = 3;
const CONNECTIONS = 10;
/** Of a bare server, at least. Measured on two cores: 0.13 to 0.39. Below this, answers are no longer kept ready. */
const BOUND = 0.1;

export async function measureRequests(site: string): Promise<void> {
	const paths = ['/', '/api/v1/desks.geojson'];
	const answers: ReadyAnswers = {};
	const etags: Record<string, string> = {};
	for (const path of paths) {
		const { headers, body } = await get(site + path, ENCODING);
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
			// A first short run of each, for the compiler.
			await perSecond(site + path, headers, expected, 1);
			await perSecond(bare.url + path, headers, expected, 1);
			const ratios: number[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				const baseline = await perSecond(bare.url + path, headers, expected);
				ratios.push((await perSecond(site + path, headers, expected)) / baseline);
			}
			report({ name, value: median(ratios), unit: 'ratio', bound: { atLeast: BOUND } });
		}
	} finally {
		await bare.stop();
	}
}

async function perSecond(
	url: string,
	headers: Record<string, string>,
	expected: number,
	duration = SECONDS
): Promise<number> {
	const result = await autocannon({ url, headers, duration, connections: CONNECTIONS });
	const unexpected = Object.keys(result.statusCodeStats).filter((status) => Number(status) !== expected);
	if (result.errors > 0 || unexpected.length > 0)
		throw new Error(`${url}: ${result.errors} errors, answers ${unexpected.join(', ')} besides ${expected}`);
	return result.requests.average;
}
