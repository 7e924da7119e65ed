/** The parts of the home page, by what they are to a reader. */
import type { Locator, Page } from '@playwright/test';

/** 285 municipalities in Flanders and 19 in Brussels. */
export const ALL_MUNICIPALITIES = 304;

export const cards = (page: Page): Locator => page.locator('article[data-nis]');
export const card = (page: Page, nisCode: string): Locator => page.locator(`article[data-nis="${nisCode}"]`);
export const count = (page: Page): Locator => page.getByRole('status').first().locator('strong');
export const searchBox = (page: Page): Locator => page.getByRole('searchbox');

/** The filters stand behind a summary until one is used. */
export async function openFilters(page: Page): Promise<void> {
	const details = page.locator('form details').first();
	if (!(await details.evaluate((element: HTMLDetailsElement) => element.open)))
		await details.locator('summary').click();
}

/** The number behind an option of a filter. */
export async function numberBehind(option: Locator): Promise<number> {
	const text = await option.locator('xpath=ancestor::label').innerText();
	return Number(/\(([\d.]+)\)/.exec(text)?.[1]?.replaceAll('.', ''));
}

export async function numberOf(text: Locator): Promise<number> {
	return Number((await text.innerText()).replaceAll(/\D/g, ''));
}
