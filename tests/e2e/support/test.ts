/**
 * `test` on a site with example data, put back before every test, with what every visit is held to: nothing from
 * elsewhere, nothing on the console, no refused resource.
 */
import { randomInt } from 'node:crypto';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { noticeLife } from './alive.ts';
import { startOwnSite, type OwnSite } from './ownSite.ts';
import { slowedBy } from './round.ts';
import { openVisitedSite, type VisitedSite } from './visitedSite.ts';
import { CLIENT_ADDRESS_HEADER } from './servers.ts';

export { expect };

interface Fixtures {
	/** Console errors that the test provokes, such as the browser's line about a 404. */
	expectedErrors: RegExp[];
	clientAddress: string;
	/**
	 * Drawing the map takes the processor seconds: pages have the server's picture, but in a test with `@map` in its title. A
	 * file of such tests says `test.use({ map: 'drawn' })`.
	 */
	map: 'drawn' | 'picture';
	withoutWebGl: void;
	noticedLife: void;
	slowed: void;
	cleanVisit: undefined;
}

const LOCAL = new Set(['127.0.0.1', 'localhost']);

/** Started when the first test asks for one. Both here: a process is used again only by tests that know the same ones. */
interface Sites {
	exampleSite: VisitedSite;
	emptySite: OwnSite;
}

export const test = base.extend<Fixtures, Sites>({
	exampleSite: [
		async ({}, use) => {
			const site = await openVisitedSite();
			await use(site);
			await site.stop();
		},
		{ scope: 'worker', timeout: 300_000 }
	],
	emptySite: [
		async ({}, use) => {
			const site = await startOwnSite({ exampleData: false, env: { UNDO_SECONDS: '600' } });
			await use(site);
			await site.stop();
		},
		{ scope: 'worker', timeout: 300_000 }
	],
	// Whoever has a page of the site has it as every test begins.
	baseURL: async ({ exampleSite }, use, { title }) => {
		await exampleSite.beginTest(title);
		await use(exampleSite.url);
	},

	map: [({}, use, { tags }) => use(tags.includes('@map') ? 'drawn' : 'picture'), { option: true }],
	withoutWebGl: [
		async ({ context, map }, use) => {
			if (map === 'picture') await context.addInitScript(refuseWebGl);
			await use();
		},
		{ auto: true }
	],

	noticedLife: [
		async ({ context }, use) => {
			await noticeLife(context);
			await use();
		},
		{ auto: true }
	],

	slowed: [
		async ({ context }, use) => {
			if (slowedBy > 1) context.on('page', (page) => void slowDown(page, slowedBy));
			await use();
		},
		{ auto: true }
	],

	expectedErrors: [[], { option: true }],

	// Every test comes from an address of its own, so that limits per sender do not run from one test into another.
	clientAddress: async ({}, use) => {
		await use(['10', randomInt(256), randomInt(256), randomInt(1, 255)].join('.'));
	},
	extraHTTPHeaders: async ({ clientAddress }, use) => {
		await use({ [CLIENT_ADDRESS_HEADER]: clientAddress });
	},

	cleanVisit: [
		async ({ context, expectedErrors }, use) => {
			const problems = watch(context);
			await use(undefined);
			expect(
				problems().filter((problem) => !expectedErrors.some((expected) => expected.test(problem)))
			).toEqual([]);
		},
		{ auto: true }
	]
});

async function slowDown(page: Page, rate: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** In the page. As on a device that has none. */
export function refuseWebGl(): void {
	const original = HTMLCanvasElement.prototype.getContext;
	HTMLCanvasElement.prototype.getContext = new Proxy(original, {
		apply: (target, canvas, [kind, ...rest]: [string, ...unknown[]]) =>
			kind.startsWith('webgl') ? null : Reflect.apply(target, canvas, [kind, ...rest])
	});
}

/** What is wrong with any page of a context: foreign requests, failed ones, errors in the console and uncaught ones. */
export function watch(context: BrowserContext): () => string[] {
	const problems: string[] = [];
	context.on('request', (request) => {
		const url = new URL(request.url());
		const isRemote = url.protocol.startsWith('http') && !LOCAL.has(url.hostname);
		if (isRemote) problems.push(`request to ${url.href}`);
	});
	// A refusal by the content security policy is an error in the console.
	context.on('console', (message) => {
		if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
	});
	context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
	return () => problems;
}
