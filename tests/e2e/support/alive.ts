/** Whether a page answers to what somebody does. */
import { expect, type BrowserContext, type Page } from '@playwright/test';

/** From now on each page of the context says, in `data-alive`, that its scripts took over. */
export async function noticeLife(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		addEventListener('page-taken-over', () => (document.documentElement.dataset.alive = ''));
	});
}

/**
 * Waits until the scripts of the open page took over, which may be long after `load`: only for what the site promises to
 * nobody before that. A page without scripts never does.
 */
export async function alive(page: Page): Promise<void> {
	await expect(page.locator('html[data-alive]')).toBeAttached();
}
