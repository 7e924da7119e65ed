import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What depends on the colours alone, of the rules that axe runs by itself. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What nobody can judge without colours, sizes and places; the rest is judged on the HTML of the server, tests/pages. */
const LOOK_RULES = [...COLOUR_RULES, 'scrollable-region-focusable'];

/** What axe finds on the page, by every rule it has, what it calls best practice included: for what scripts made. */
export const violations = (page: Page): Promise<string[]> => findings(axeOn(page));

/** What axe finds in how the page looks, in the colours that it has now. */
export const violationsOfLook = (page: Page): Promise<string[]> =>
	findings(axeOn(page).withRules(LOOK_RULES));

/** The same in light and in dark. Leaves the page in light. */
export async function violationsOfLookInBothSchemes(page: Page): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'dark' });
	const inDark = await violationsOfLook(page);
	await page.emulateMedia({ colorScheme: 'light' });
	return [...(await violationsOfLook(page)), ...inDark.map((finding) => `dark: ${finding}`)];
}

/**
 * In light by every rule and in dark, which only has other colours, by those about colour. Leaves the page in light.
 */
export async function violationsInBothSchemes(page: Page): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light' });
	const inLight = await violations(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	const inDark = await findings(axeOn(page).withRules(COLOUR_RULES));
	await page.emulateMedia({ colorScheme: 'light' });
	return [...inLight, ...inDark.map((finding) => `dark: ${finding}`)];
}

/** A page without frames needs no second page to gather what is in them; that takes axe most of its time. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);

async function findings(axe: AxeBuilder): Promise<string[]> {
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`)
	);
}
