/**
 * The first page on a phone with a bad line: how soon its words are there, against a bare page with the same words and style
 * in the same run, how many requests that takes, and whether anything moves afterwards.
 */
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { get } from '../e2e/support/http.ts';
import { startBareServer, type ReadyAnswers } from './bareServer.ts';
import { badLine } from './badLine.ts';
import { median, report } from './figures.ts';

const PAGES = {
	home: '/',
	finder: '/loketten?q=9000',
	desk: '/loketten/vrijwilligersloket-gent',
	municipality: '/besturen/gent'
};
const ROUNDS = 5;
const MOST_REQUESTS = 12;
const MOST_TIMES = 1.3;
/** Between "good" and nothing: https://web.dev/articles/cls */
const MOST_SHIFT = 0.02;
const PHONE = {
	viewport: { width: 360, height: 740 },
	deviceScaleFactor: 2,
	serviceWorkers: 'block'
} as const;

export async function measureFirstPaint(browser: Browser, site: string): Promise<void> {
	const bare = await startBareServer(await barePages(site));
	try {
		for (const [name, path] of Object.entries(PAGES)) {
			const { requests, blocking } = await requestsOf(browser, site + path);
			report({
				name: `requests of the first page: ${name}`,
				value: requests,
				unit: 'ratio',
				bound: { atMost: MOST_REQUESTS }
			});
			report({
				name: `requests that keep the first page from being seen: ${name}`,
				value: blocking,
				unit: 'ratio',
				bound: { atMost: 0 }
			});
			const ratios: number[] = [];
			const own: number[] = [];
			const bareOnes: number[] = [];
			const shifts: number[] = [];
			// The first round fills the caches of the system and of the compiler, for both alike.
			for (let round = 0; round <= ROUNDS; round++) {
				const baseline = await firstPaint(browser, bare.url + path);
				const measured = await firstPaint(browser, site + path);
				if (round === 0) continue;
				ratios.push(measured.at / baseline.at);
				own.push(measured.at);
				bareOnes.push(baseline.at);
				shifts.push(measured.shift);
			}
			report({
				name: `first words on a bad line against a bare page: ${name}`,
				value: median(ratios),
				unit: 'ratio',
				bound: { atMost: MOST_TIMES },
				sides: { own: median(own), baseline: median(bareOnes) }
			});
			report({ name: `first words on a bad line: ${name}`, value: median(own), unit: 'ms', bound: null });
			report({
				name: `layout shift of the first page: ${name}`,
				value: median(shifts),
				unit: 'ratio',
				bound: { atMost: MOST_SHIFT }
			});
		}
	} finally {
		await bare.stop();
	}
}

/** Without those of the map engine, which waits for an idle moment: here none comes. */
async function requestsOf(browser: Browser, url: string): Promise<{ requests: number; blocking: number }> {
	const context = await browser.newContext(PHONE);
	try {
		const page = await context.newPage();
		await page.addInitScript(() => (globalThis.requestIdleCallback = () => 0));
		await page.goto(url, { waitUntil: 'networkidle' });
		return await page.evaluate(() => {
			const all = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
				renderBlockingStatus?: string;
			})[];
			const blocking = all.filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking');
			// And the page itself.
			return { requests: all.length + 1, blocking: blocking.length };
		});
	} finally {
		await context.close();
	}
}

/** @returns milliseconds from the start of the navigation, and how far things moved until all had come */
async function firstPaint(browser: Browser, url: string): Promise<{ at: number; shift: number }> {
	const context = await browser.newContext(PHONE);
	try {
		const page = await context.newPage();
		await badLine(page);
		await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
		return await page.evaluate(
			() =>
				new Promise<{ at: number; shift: number }>((resolve) => {
					let shift = 0;
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
							shift += entry.value;
					}).observe({ type: 'layout-shift', buffered: true });
					new PerformanceObserver((list) => {
						const paint = list.getEntriesByName('first-contentful-paint')[0];
						// What was seen before is told first.
						if (paint) setTimeout(() => resolve({ at: paint.startTime, shift }), 500);
					}).observe({ type: 'paint', buffered: true });
				})
		);
	} finally {
		await context.close();
	}
}

/** The words and the style of each page, and nothing that they do not need. */
async function barePages(site: string): Promise<ReadyAnswers> {
	const answers: ReadyAnswers = {};
	for (const path of Object.values(PAGES)) {
		const { decoded } = await get(site + path, {});
		const body = Buffer.from(await withoutTheRest(decoded.toString(), site));
		answers[path] = {
			headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' },
			body: brotliCompressSync(body).toString('base64')
		};
	}
	return answers;
}

async function withoutTheRest(html: string, site: string): Promise<string> {
	let style = '';
	for (const [link] of html.matchAll(/<link [^>]*rel="stylesheet"[^>]*>/g)) {
		const [, href = ''] = /href="([^"]*)"/.exec(link) ?? [];
		if (!/ disabled/.test(link)) style += (await get(site + href, {})).decoded.toString();
	}
	return html
		.replace(/<script[^>]*>.*?<\/script>/gs, '')
		.replace(/<(?:link|img) [^>]*>/g, '')
		.replace('</head>', () => `<style>${style}</style></head>`);
}
