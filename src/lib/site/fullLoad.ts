/**
 * Where the next page cannot be made in the browser, the server's page is loaded instead: in full, so that scripts that the
 * browser remembers as failed are asked for again.
 */

let isDue = false;

/** True once a file of another page did not come, such as while it was loaded ahead. */
export const loadsInFull = (): boolean => isDue;

/**
 * A script or a style of another page did not come.
 * @param now to be there at once; null = with the next link that is followed
 * @returns never, where the page is being left
 */
export function fileMissing(now: URL | null): Promise<never> | undefined {
	isDue = true;
	return now ? leaveInFull(now) : undefined;
}

/** @returns never: until it is there, the page stays as it is */
export function leaveInFull(url: URL): Promise<never> {
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
