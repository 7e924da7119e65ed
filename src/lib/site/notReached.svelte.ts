import { goto } from '$app/navigation';
import { page } from '$app/state';

/** The page that somebody wanted to go to while the site did not answer; null as long as every one came. */
export const notReached = $state<{ address: string | null }>({ address: null });

/**
 * Ends a navigation that has begun by one to the page that is there, which asks for nothing. The framework then forgets the
 * first one, and with it what was loaded ahead for that.
 * @param delta how far somebody went through the pages of before: the browser is at the other address already
 */
export async function stayHere(delta: number): Promise<void> {
	if (delta === 0) return goto(page.url, { replaceState: true, noScroll: true, keepFocus: true });
	const isBack = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
	history.go(-delta);
	await isBack;
}
