/** What the server sent is never replaced by less: whichever file does not come, whatever the browser lacks. */
import type { CDPSession, Page } from '@playwright/test';
import { alive } from './support/alive.ts';
import { expect, test } from './support/test.ts';

const DESK = '/loketten/vrijwilligersloket-gent';
const FINDER = '/loketten?q=9000';

/** What a volunteer came for, by page: it must be there with and without scripts. */
const NEEDED: Readonly<Record<string, string[]>> = {
	[DESK]: ['h1', 'dl dd', 'a[href^="tel:"]', '#uren', 'a[href$="/melding"]'],
	[FINDER]: ['h1', 'form [name=q]', 'a[href^="/loketten/"]'],
	'/?q=gent': ['h1', 'form [name=q]', 'a[href="/besturen/gent"]'],
	'/fr/besturen/gent': ['h1', 'a[href^="/fr/loketten/"]'],
	'/contact': ['h1', 'form textarea', 'form button']
};

/** Alive: the scripts took over. Kept: they did not begin. Back: they failed while they took over, and that was undone. */
type Outcome = 'alive' | 'kept' | 'back';

test.use({ expectedErrors: [/./] });

/** Nobody waits here for the pauses between two tries. */
async function withoutPauses(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const later = setTimeout;
		Object.assign(window, { setTimeout: (run: () => void, ms = 0) => later(run, Math.min(ms, 20)) });
		const { warn } = console;
		console.warn = (...said: unknown[]) => {
			if (said[0] === 'The page stays as it came.') document.documentElement.dataset.kept = '';
			warn(...said);
		};
	});
}

async function outcomeOf(page: Page): Promise<Outcome> {
	const settled = await page.waitForFunction(() => {
		const { dataset } = document.body;
		if (dataset.sveltekitReload !== undefined) return 'back';
		const { kept, alive } = document.documentElement.dataset;
		if (kept !== undefined) return 'kept';
		return alive === undefined ? undefined : 'alive';
	});
	return settled.jsonValue() as Promise<Outcome>;
}

async function filesOf(page: Page, path: string): Promise<string[]> {
	const html = await (await page.request.get(path)).text();
	return Array.from(
		html.matchAll(/rel="modulepreload" href="[^"]*_app\/immutable\/([^"]+\.js)"/g),
		([, file = '']) => file
	);
}

/** What the page asks for that it does not name, beside the pages for errors, without which it does: what only a search shows. */
async function unnamedFilesOf(page: Page, path: string): Promise<string[]> {
	const named = await filesOf(page, path);
	await page.goto(path);
	await alive(page);
	const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
	const files = asked.flatMap((name) => /_app\/immutable\/(.+\.js)$/.exec(name)?.[1] ?? []);
	return files.filter((file) => file.startsWith('chunks/') && !named.includes(file));
}

async function expectNeeded(page: Page, path: string, what: string): Promise<void> {
	const missing = await page.evaluate(
		(selectors) => selectors.filter((selector) => !document.querySelector(selector)),
		NEEDED[path] ?? []
	);
	expect(missing, what).toEqual([]);
	await expect(page.locator('h1'), what).toHaveCount(1);
}

/** By the browser itself: a route would take its cache away, and every visit would fetch everything anew. */
async function refuse(session: CDPSession, file: string | null): Promise<void> {
	const urls = file === null ? [] : [`*/_app/immutable/${file}`, `*/_app/%69mmutable/${file}`];
	await session.send('Network.setBlockedURLs', { urls });
}

for (const [path, before] of [
	[DESK, null],
	// What it shares with the desk's page was tried there.
	[FINDER, DESK]
] as const) {
	test(`each file of ${path} in turn does not come`, async ({ page, context }) => {
		await withoutPauses(page);
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		const tried = before ? await filesOf(page, before) : [];
		const files = (await filesOf(page, path)).filter((file) => !tried.includes(file));
		expect(files.length).toBeGreaterThan(1);
		for (const file of files) {
			await refuse(session, file);
			await page.goto(path, { waitUntil: 'commit' });
			const outcome = await outcomeOf(page);
			await expectNeeded(page, path, file);
			expect(outcome, file).toBe('kept');
			await expect(page.locator('#not-all-came'), file).toBeVisible();
		}
	});
}

test('a file of other first pages does not come', async ({ page, context }) => {
	await withoutPauses(page);
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	for (const path of ['/?q=gent', '/fr/besturen/gent', '/contact']) {
		const files = await filesOf(page, path);
		const leaf = files.findLast((file) => file.startsWith('nodes/'));
		for (const file of [files.find((one) => one.includes('entry/app')), leaf, files.at(-1)]) {
			await refuse(session, file ?? '');
			await page.goto(path, { waitUntil: 'commit' });
			expect(await outcomeOf(page), file).toBe('kept');
			await expectNeeded(page, path, `${path} ${file}`);
		}
	}
});

test('what only a search shows does not come', async ({ page, context }) => {
	await withoutPauses(page);
	// The map waits for an idle moment, and is no part of the answer: here none comes.
	await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
	const path = '/?q=gent';
	const files = await unnamedFilesOf(page, path);
	expect(files.length).toBeGreaterThan(0);
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	for (const file of files) {
		await refuse(session, file);
		await page.goto(path, { waitUntil: 'commit' });
		expect(await outcomeOf(page), file).toBe('kept');
		await expectNeeded(page, path, file);
		await expect(page.locator('#not-all-came'), file).toBeVisible();
	}
});

test('a page that was kept says so, leads on and sends its forms', async ({ page, context }) => {
	await withoutPauses(page);
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	const leaf = (await filesOf(page, FINDER)).findLast((file) => file.startsWith('nodes/'));
	await refuse(session, leaf ?? '');
	await page.goto(FINDER);
	await expect(page.getByText('Niet alles is geladen.')).toBeVisible();
	await page.locator('summary', { hasText: 'Filters' }).click();
	await page.getByRole('checkbox', { name: /rolstoel/i }).check();
	await page.getByRole('searchbox').fill('9100');
	await page.getByRole('searchbox').press('Enter');
	await expect(page).toHaveURL(/q=9100.*rolstoel=ja|rolstoel=ja.*q=9100/);
	// The page that came misses the file too; only then may it come.
	await expect(page.getByText('Niet alles is geladen.')).toBeVisible();
	await refuse(session, null);
	await page.getByRole('link', { name: 'Laad opnieuw' }).click();
	await alive(page);
	await expect(page.getByText('Niet alles is geladen.')).toBeHidden();
});

test('a file that comes the second time is enough', async ({ page }) => {
	await withoutPauses(page);
	for (const kind of ['entry/start', 'nodes/', 'chunks/']) {
		const file = (await filesOf(page, DESK)).findLast((one) => one.startsWith(kind)) ?? '';
		let asked = 0;
		await page.route(
			(url) => decodeURI(url.pathname).endsWith(file),
			(route) => ((asked += 1) === 1 ? route.abort() : route.continue())
		);
		await page.goto(DESK, { waitUntil: 'commit' });
		await expect(page.locator('html[data-alive]'), file).toBeAttached();
		await expect(page.locator('#not-all-came'), file).toBeHidden();
		expect(asked, file).toBeGreaterThan(1);
		await page.unrouteAll();
	}
});

test('a file of the next page does not come: that page is loaded in full', async ({ page }) => {
	await withoutPauses(page);
	await page.goto('/loketten');
	await alive(page);
	const leaf = (await filesOf(page, DESK)).findLast((file) => file.startsWith('nodes/')) ?? '';
	await page.route(`**/${leaf}`, (route) => route.abort());
	const full = page.waitForRequest((request) => request.isNavigationRequest());
	await page.locator('a[href^="/loketten/vrijwilligers"]').first().click();
	await full;
	await expect(page.locator('#uren')).toBeVisible();
});

test('what is not the data of the next page leads to that page in full', async ({ page }) => {
	await withoutPauses(page);
	for (const answer of [null, { status: 502, contentType: 'text/html', body: '' }]) {
		await page.goto('/loketten');
		await alive(page);
		await page.route('**/__data.json*', (route) => (answer ? route.fulfill(answer) : route.abort()));
		const full = page.waitForRequest((request) => request.isNavigationRequest());
		await page.locator('a[href^="/loketten/vrijwilligers"]').first().click();
		await full;
		await expect(page.locator('#uren')).toBeVisible();
		await page.unrouteAll();
	}
});

test('while the site does not answer, the page stays and says so', async ({ page }) => {
	await withoutPauses(page);
	await page.goto('/over');
	await page.goto('/loketten?q=9000');
	await alive(page);
	const desk = page.locator('a[href^="/loketten/vrijwilligers"]').first();
	await page.route('**/*', (route) => route.abort());
	for (const _time of ['first', 'again']) {
		await desk.click();
		await expect(page.getByText('Geen verbinding.')).toBeVisible();
		await expect(page).toHaveURL(/q=9000$/);
		await expectNeeded(page, FINDER, 'without an answer');
	}
	await page.unrouteAll();
	await page.getByRole('link', { name: 'Probeer opnieuw' }).click();
	await expect(page.locator('#uren')).toBeVisible();
});

/** What some browser lacks, or somebody’s settings refuse; each makes another part of the site fail. */
const FEATURES = [
	'Intl.ListFormat',
	'Intl.PluralRules',
	'Intl.NumberFormat',
	'String.prototype.replaceAll',
	'Array.prototype.flatMap',
	'IntersectionObserver',
	'MediaQueryList.prototype.addEventListener',
	'AbortController',
	'URLSearchParams',
	'queueMicrotask',
	'structuredClone',
	'matchMedia'
];
/** Done without. */
const SPARED = ['IntersectionObserver', 'MediaQueryList.prototype.addEventListener', 'structuredClone'];

test('each of a dozen features is missing', async ({ page }) => {
	await withoutPauses(page);
	// The name of a window outlives its pages: one window for all of them, so that the browser keeps what it fetched.
	await page.addInitScript(() => {
		const way = window.name.split('.');
		const last = way.pop() ?? '';
		const owner = way.reduce<object>((object, key) => Reflect.get(object, key) as object, window);
		Reflect.deleteProperty(owner, last);
	});
	for (const path of [DESK, FINDER]) {
		for (const feature of FEATURES) {
			await page.evaluate((name) => (window.name = name), feature);
			await page.goto(path, { waitUntil: 'commit' });
			const outcome = await outcomeOf(page);
			await expectNeeded(page, path, `${path} without ${feature}`);
			if (SPARED.includes(feature)) expect(outcome, `${path} without ${feature}`).toBe('alive');
		}
	}
});
