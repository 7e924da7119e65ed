/**
 * What axe finds on a page in the browser. Asked without the package for Playwright, which sends axe into the page anew for
 * every question and gathers what passed as well: that took most of the time.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
	interface Window {
		axe?: typeof axe;
	}
}

/** What depends on the colours alone, of the rules that axe runs by itself. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What nobody can judge without colours, sizes and places; the rest is judged on the HTML of the server, tests/pages. */
const LOOK_RULES = [...COLOUR_RULES, 'scrollable-region-focusable'];

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page, by every rule it has, what it calls best practice included: for what scripts made. */
export const violations = (page: Page): Promise<string[]> => ask(page);

/** What axe finds in how the page looks, in the colours that it has now. */
export const violationsOfLook = (page: Page): Promise<string[]> => ask(page, LOOK_RULES);

/** The same in light and in dark. Leaves the page in light. */
export const violationsOfLookInBothSchemes = (page: Page): Promise<string[]> =>
	inBothSchemes(page, LOOK_RULES);

/**
 * In light by every rule and in dark, which only has other colours, by those about colour. Leaves the page in light.
 */
export const violationsInBothSchemes = (page: Page): Promise<string[]> => inBothSchemes(page);

async function inBothSchemes(page: Page, rules?: string[]): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'dark' });
	const inDark = await ask(page, rules ?? COLOUR_RULES);
	await page.emulateMedia({ colorScheme: 'light' });
	return [...(await ask(page, rules)), ...inDark.map((finding) => `dark: ${finding}`)];
}

/** @param rules all that axe runs by itself, when left out */
async function ask(page: Page, rules?: string[]): Promise<string[]> {
	// After a click a page may be there before its styles.
	await page.waitForLoadState();
	// One in each frame: they tell one another what they find.
	for (const frame of page.frames()) {
		if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(SOURCE);
	}
	return page.evaluate(async (values) => {
		const { axe } = window;
		if (!axe) throw new Error('axe is not in the page.');
		axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });
		const { violations } = await axe.run({
			resultTypes: ['violations'],
			...(values ? { runOnly: { type: 'rule' as const, values } } : {})
		});
		return violations.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`)
		);
	}, rules);
}
