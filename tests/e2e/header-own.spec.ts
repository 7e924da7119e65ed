/** What the line above every page has for who is signed in. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/administration.ts';

const header = (page: Page) => page.getByRole('banner');
const height = (page: Page) => header(page).evaluate((element) => element.getBoundingClientRect().height);

for (const javaScriptEnabled of [true, false])
	test.describe(`what is one’s own, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
		test.use({ javaScriptEnabled });

		test('unfolds on a wide screen by keyboard, and stands in the menu of a narrow one', async ({
			page,
			context,
			administration
		}) => {
			const person = await administration.person({
				fullName: 'Rik Redacteur',
				status: 'approved',
				role: 'admin'
			});
			await administration.signIn(context, person);
			await page.goto('/loketten');
			const door = header(page).getByRole('button', { name: 'Account' });
			const own = header(page).getByRole('link', { name: 'Mijn bestuur' });
			expect(await height(page)).toBeLessThan(64);
			await expect(header(page).getByRole('link', { name: 'Collega’s' })).toBeVisible();
			await expect(own).toBeHidden();
			await door.press('Enter');
			await expect(own).toBeVisible();
			await page.keyboard.press('Tab');
			await expect(own).toBeFocused();
			await page.keyboard.press('Escape');
			await expect(own).toBeHidden();
			await expect(door).toBeFocused();

			await page.setViewportSize({ width: 360, height: 740 });
			await expect(door).toBeHidden();
			await header(page).getByRole('button', { name: 'Menu', exact: true }).press('Enter');
			await expect(own).toBeVisible();
			await own.click();
			await expect(page).toHaveURL(/\/mijn-bestuur$/);
		});
	});
