/**
 * Where the next page cannot be made in the browser, the server's page is loaded instead: in full, so that scripts that the
 * browser remembers as failed are asked for again. As long as the site does not answer, the page that is there stays.
 */
import { workers } from '$lib/finder/keptCopy';
import { treatmentOf } from '$lib/finder/offline';
import { notReached } from './notReached.svelte';

let isDue = false;

/** True once something of another page did not come, such as while it was loaded ahead. */
export const loadsInFull = (): boolean => isDue;

/** A script or a style of another page did not come: the next link that is followed loads in full. */
export function fileMissing(): void {
	isDue = true;
}

/**
 * Somebody goes to a page that cannot be made in the browser: it is loaded in full, or, where the site does not answer, they
 * read so and stay.
 * @param stay ends what the framework began
 * @returns only where they stay
 */
export async function arriveInFull(url: URL, stay?: () => Promise<void>): Promise<void> {
	if (isKept(url) || (await siteAnswers())) return leaveInFull(url);
	await stay?.();
	notReached.address = url.href;
}

/** The worker answers a request for the page itself, also without a network. */
const isKept = (url: URL): boolean => treatmentOf(url) === 'page' && Boolean(workers()?.controller);

/** By something small that no cache holds. */
const siteAnswers = (): Promise<boolean> =>
	fetch('/_app/version.json', { method: 'HEAD', cache: 'no-store' }).then(
		({ ok }) => ok,
		() => false
	);

/** @returns never: until it is there, the page stays as it is */
function leaveInFull(url: URL): Promise<never> {
	if (url.href === location.href) location.reload();
	else location.href = url.href;
	return new Promise(() => {});
}

/** As browsers and Vite say it; the first two are Chromium's and Firefox's, the third WebKit's. */
const MISSING =
	/dynamically imported module|error loading dynamically|Importing a module script failed|Unable to preload CSS/i;

export const isMissingFile = (error: unknown): boolean =>
	error instanceof Error && MISSING.test(error.message);

/**
 * Loads a page in full when an error occurs while it is drawn: half of it may stand there.
 * @param drawn settles when it is
 */
export function watchDrawing(url: URL, drawn: Promise<void>): void {
	const inFull = (): void => void leaveInFull(url);
	addEventListener('error', inFull);
	addEventListener('unhandledrejection', inFull);
	const forget = (): void => {
		removeEventListener('error', inFull);
		removeEventListener('unhandledrejection', inFull);
	};
	drawn.then(forget, forget);
}
