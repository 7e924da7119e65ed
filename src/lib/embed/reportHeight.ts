/** What `/embed/hoogte.js` on the page around ours listens for, and what it asks. */
const HEIGHT = 'lokaal-vrijwilligen:height';
const ASK = 'lokaal-vrijwilligen:ask';

/**
 * Tells the page around ours how high this element is, at every change. To whichever page that is: there is nothing to
 * keep from it in a height.
 */
export function reportHeight(element: HTMLElement): (() => void) | undefined {
	const host = window.parent;
	if (host === window) return undefined;
	const report = () =>
		host.postMessage({ type: HEIGHT, height: element.getBoundingClientRect().height }, '*');
	const answer = (event: MessageEvent) => {
		if (event.source === host && event.data === ASK) report();
	};
	const observer = new ResizeObserver(report);
	observer.observe(element);
	addEventListener('message', answer);
	return () => {
		observer.disconnect();
		removeEventListener('message', answer);
	};
}
