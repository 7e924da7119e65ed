import { goto } from '$app/navigation';
import { page } from '$app/state';

/** The page that somebody wanted to go to while the site did not answer; null as long as every one came. */
export const notReached = $state<{ address: string | null }>({ address: null });

/**
 * Ends a navigation that has begun by another one to the page that is there: the framework then forgets the first.
 * @param delta how far somebody went through the pages of before: the browser is at the other address already
 * @returns once the other one has begun; where something of this page was asked anew meanwhile, it waits for that
 */
export async function stayHere(delta: number): Promise<void> {
	if (delta === 0) {
		void goto(page.url, { replaceState: true, noScroll: true, keepFocus: true });
		return;
	}
	const isBack = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
	history.go(-delta);
	await isBack;
}
