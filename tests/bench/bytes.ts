/** What a visit to `/` costs in bytes, as the server sends them to a browser that reads brotli and gzip. */
import type { Browser, Request } from '@playwright/test';
import { get } from '../e2e/support/http.ts';
import { report } from './figures.ts';

const ENCODING = { 'accept-encoding': 'br, gzip' };
const CRITICAL_BOUND = 90_000;
const BOUNDARIES_BOUND = 45_000;

interface Sent {
	type: string;
	path: string;
	bytes: number;
}

export async function measureBytes(browser: Browser, site: string): Promise<void> {
	const before = await visit(browser, site, { withEngine: false });
	const sum = (types: string[]) =>
		before.filter(({ type }) => types.includes(type)).reduce((total, { bytes }) => total + bytes, 0);
	for (const [name, type] of [
		['HTML', 'document'],
		['CSS', 'stylesheet'],
		['JS', 'script'],
		['pictures', 'image'],
		['fonts', 'font']
	] as const)
		report({
			name: `bytes of / before the map engine: ${name}`,
			value: sum([type]),
			unit: 'bytes',
			bound: null
		});
	report({
		name: 'bytes of / before the map engine: HTML, CSS and JS',
		value: sum(['document', 'stylesheet', 'script']),
		unit: 'bytes',
		bound: { atMost: CRITICAL_BOUND }
	});

	const whole = await visit(browser, site, { withEngine: true });
	const total = whole.reduce((all, { bytes }) => all + bytes, 0);
	report({ name: 'bytes of / in all, with the map', value: total, unit: 'bytes', bound: null });

	const { body } = await get(`${site}/boundaries.json`, ENCODING);
	report({
		name: 'bytes of the boundaries',
		value: body.length,
		unit: 'bytes',
		bound: { atMost: BOUNDARIES_BOUND }
	});
}

/** Each address once, or each part that was asked of it, with the bytes of its body on the wire for the encodings named above. */
async function visit(
	browser: Browser,
	site: string,
	{ withEngine }: { withEngine: boolean }
): Promise<Sent[]> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	try {
		// The map engine waits for an idle moment; one that never comes keeps it away.
		if (!withEngine) await page.addInitScript(() => (globalThis.requestIdleCallback = () => 0));
		const requests: Request[] = [];
		// `page` sees the worker's own scripts too.
		page.on('request', (request) => requests.push(request));
		await page.goto(`${site}/`, { waitUntil: 'networkidle' });
		if (withEngine) await page.locator('[data-map-state=ready]').waitFor({ timeout: 60_000 });
		await page.waitForLoadState('networkidle');
		const sent = new Map<string, Sent>();
		for (const request of requests) {
			const url = new URL(request.url());
			if (url.protocol !== 'http:') continue;
			const path = url.pathname + url.search;
			const { range } = await request.allHeaders();
			const { body } = await get(url.href, range ? { range } : ENCODING);
			sent.set(`${path} ${range ?? ''}`, { type: request.resourceType(), path, bytes: body.length });
		}
		return [...sent.values()];
	} finally {
		await page.close();
	}
}
