/** How pages look on a wide and a narrow screen, in light and in dark, with the words of each language. */
import type { Page } from '@playwright/test';
import { violationsOfLook } from './axe.ts';
import { expect } from './test.ts';

interface Screen {
	width: number;
	colorScheme: 'light' | 'dark';
}

/** For what no other test looks at on the same page. */
export const EVERY_SCREEN: readonly Screen[] = [1280, 360].flatMap((width) => [
	{ width, colorScheme: 'light' },
	{ width, colorScheme: 'dark' }
]);

export interface Look {
	language: string;
	/** Of addresses. */
	prefix: string;
	screens: readonly Screen[];
}

/** Colours are the same in every language, lengths of words are not: each is seen on both screens or in both colours. */
export const LOOKS: readonly Look[] = [
	{
		language: 'Dutch',
		prefix: '',
		screens: [
			{ width: 1280, colorScheme: 'light' },
			{ width: 360, colorScheme: 'dark' }
		]
	},
	{ language: 'French', prefix: '/fr', screens: [{ width: 360, colorScheme: 'light' }] },
	{ language: 'English', prefix: '/en', screens: [{ width: 1280, colorScheme: 'dark' }] }
];

/** Axe finds nothing on pages, and nothing sticks out to the side. @param addresses without language */
export async function expectToLookRight(page: Page, look: Look, addresses: readonly string[]): Promise<void> {
	for (const address of addresses) {
		await page.goto(look.prefix + address);
		await expectOpenPageToLookRight(page, look, address);
	}
}

/** The same for the page that is open, as it is now. @param name for whoever reads what is wrong */
export async function expectOpenPageToLookRight(
	page: Page,
	{ screens }: Pick<Look, 'screens'>,
	name: string
): Promise<void> {
	for (const { width, colorScheme } of screens) {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme });
		const where = `${name}, ${width} px wide, ${colorScheme}`;
		expect.soft(await violationsOfLook(page), where).toEqual([]);
		const sticksOut = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect.soft(sticksOut, `${where}: sticks out`).toBe(0);
	}
}
