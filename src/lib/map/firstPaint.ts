/**
 * Waits until the map engine no longer stands in the way of anything: the picture is decoded and painted, the map is
 * (nearly) in view, and the browser has nothing better to do.
 * @returns false when `signal` was aborted first.
 */
export async function worthLoading(picture: HTMLImageElement, signal: AbortSignal): Promise<boolean> {
	// A picture that fails to load is no reason to go without a map.
	await picture.decode().catch(() => undefined);
	return quietInView(picture, signal);
}

/**
 * The same where no picture stands in for the map.
 * @returns false when `signal` was aborted first.
 */
export async function quietInView(element: Element, signal: AbortSignal): Promise<boolean> {
	await inView(element, signal);
	await idle();
	return !signal.aborted;
}

function inView(element: Element, signal: AbortSignal): Promise<void> {
	// Better early than never.
	if (!('IntersectionObserver' in globalThis)) return Promise.resolve();
	return new Promise((resolve) => {
		const observer = new IntersectionObserver(
			(entries) => {
				if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
				observer.disconnect();
				resolve();
			},
			{ rootMargin: '200px' }
		);
		observer.observe(element);
		signal.addEventListener('abort', () => {
			observer.disconnect();
			resolve();
		});
	});
}

function idle(): Promise<unknown> {
	// Safari has no requestIdleCallback.
	if (!('requestIdleCallback' in globalThis)) return new Promise((resolve) => setTimeout(resolve, 200));
	return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
}
