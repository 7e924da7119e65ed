/** Our pages inside those of others: a plain page of another site, served by itself. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test as base } from './support/test.ts';

interface Host {
	/** Address of a page with this in its body. */
	pageWith(body: string): string;
}

const test = base.extend<{ host: Host }>({
	host: async ({}, use) => {
		const server = createServer((request, response) => {
			const body = new URL(request.url ?? '/', 'http://host').searchParams.get('body') ?? '';
			response.setHeader('content-type', 'text/html; charset=utf-8');
			response.end(
				`<!doctype html><html lang="nl"><head><title>Gemeente</title><link rel="icon" href="data:,"></head>` +
					`<body><main><h1>Vrijwilligers</h1>${body}</main></body></html>`
			);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		// Another name for the same machine, which makes it another site.
		await use({ pageWith: (body) => `http://localhost:${port}/?${new URLSearchParams({ body })}` });
		server.closeAllConnections();
		server.close();
	}
});

/** The code that the page for it makes. */
async function codeFor(page: Page, choice: string): Promise<string> {
	await page.goto(`/insluiten${choice}`);
	return page.locator('#code').inputValue();
}

const frameOf = (page: Page) => page.frameLocator('iframe');

test('the desk of a municipality stands in another site’s page, as high as it is, and the page keeps its label @smoke', async ({
	page,
	host,
	context
}) => {
	await page.goto(host.pageWith(await codeFor(page, '?wat=loket&gemeente=gent&hoogte=200')));
	await expect(frameOf(page).getByRole('heading', { level: 1 })).toHaveText('Vrijwilligersloket in Gent');
	await expect(frameOf(page).locator('article').first()).toBeVisible();

	const content = () =>
		frameOf(page)
			.locator('.embed')
			.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
	const height = () => page.locator('iframe').evaluate((frame) => frame.clientHeight);
	await expect.poll(async () => (await height()) - (await content())).toBe(0);
	const wide = await height();
	await page.setViewportSize({ width: 360, height: 800 });
	// Asked first: before the frame has heard of it, both are as high as they were.
	await expect.poll(height).toBeGreaterThan(wide);
	await expect.poll(async () => (await height()) - (await content())).toBe(0);

	expect(await violations(page)).toEqual([]);
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
	expect(await context.cookies()).toEqual([]);
});

test('the map stands in another site’s page, in the language and colours that were chosen @map', async ({
	page,
	host
}) => {
	await page.goto(host.pageWith(await codeFor(page, '?wat=kaart&taal=fr&kleur=donker')));
	const frame = frameOf(page);
	await expect(frame.locator('html')).toHaveAttribute('lang', 'fr');
	await expect(frame.locator('[data-map-state="ready"]')).toBeVisible();
	await expect(frame.locator('body')).toHaveCSS('background-color', 'rgb(20, 25, 27)');
	await frame.getByText('Afficher sous forme de liste').click();
	await expect(frame.getByRole('link', { name: 'Gand', exact: true })).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('a closed-off frame has typeface and map too @map', async ({ page, host, context }) => {
	const site = (await codeFor(page, '?wat=kaart')).match(/src="([^"]+)"/)?.[1] ?? '';
	// Their header is one that a browser would ask leave for first, where there is no origin.
	await context.setExtraHTTPHeaders({});
	await page.goto(
		host.pageWith(
			`<iframe sandbox="allow-scripts" title="Kaart" width="600" height="600" src="${site}"></iframe>`
		)
	);
	const frame = frameOf(page);
	await expect(frame.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'ready');
	const origin = await frame.locator('html').evaluate(() => self.origin);
	expect(origin).toBe('null');
	const faces = await frame
		.locator('html')
		.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
	expect(faces).toBeGreaterThan(0);
});

test('a link leaves the frame, with its address', async ({ page, host }) => {
	await page.goto(host.pageWith(await codeFor(page, '?wat=kaart&gemeente=gent')));
	await frameOf(page).getByRole('link', { name: 'Lees wat Gent doet' }).click();
	await expect(page).toHaveURL(/\/besturen\/gent$/);
	await expect(page.locator('iframe')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the code is made, and what it shows can be read', async ({ page, host }) => {
		await page.goto('/insluiten');
		await page.getByLabel('Gemeente', { exact: true }).selectOption('Gent');
		await page.getByRole('button', { name: 'Maak de code' }).click();
		const code = await page.locator('#code').inputValue();
		expect(code).toContain('/embed/loket?gemeente=gent"');
		await expect(frameOf(page).locator('article').first()).toBeVisible();

		await page.goto(host.pageWith(code));
		await expect(frameOf(page).locator('article a[href^="tel:"]').first()).toBeVisible();
		await page.goto(host.pageWith(await codeFor(page, '?wat=kaart&gemeente=gent')));
		await expect(frameOf(page).locator('img')).toBeVisible();
		await expect(frameOf(page).locator('article').first()).toBeVisible();
	});
});

test('only the pages for other sites may stand in theirs, and those set no cookie', async ({ request }) => {
	for (const path of ['/', '/insluiten', '/besturen/gent', '/aanmelden', '/embed', '/embed/anders']) {
		const headers = (await request.get(path)).headers();
		expect(headers['x-frame-options'], path).toBe('DENY');
		expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
	}
	for (const path of [
		'/embed/loket?gemeente=gent',
		'/fr/embed/kaart',
		'/embed/loket?gemeente=bestaat-niet'
	]) {
		const headers = (
			await request.get(path, { headers: { cookie: 'sb-x-auth-token=base64-nee' } })
		).headers();
		expect(headers['x-frame-options'], path).toBeUndefined();
		expect(headers['content-security-policy'], path).toContain('frame-ancestors *');
		expect(headers['set-cookie'], path).toBeUndefined();
	}
});

test.describe('a municipality that is not there', () => {
	test.use({ expectedErrors: [/status of 404/] });

	test('is said in the frame, instead of showing another one', async ({ page, host }) => {
		const url = new URL(
			'/embed/loket?gemeente=bestaat-niet',
			await page.goto('/insluiten').then(() => page.url())
		);
		await page.goto(host.pageWith(`<iframe src="${url}" title="Loket"></iframe>`));
		await expect(frameOf(page).getByText('Deze gemeente staat niet in Lokaal Vrijwilligen.')).toBeVisible();
	});
});
