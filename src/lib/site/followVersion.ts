import { onMount } from 'svelte';
import { beforeNavigate } from '$app/navigation';
import { updated } from '$app/state';

/** In every page: once the site was renewed while it was open, the next page is loaded whole, and so of the new version. */
export function followVersion(): void {
	onMount(() => {
		const worker = navigator.serviceWorker?.controller ? navigator.serviceWorker : undefined;
		// Another worker took over: it came with another version.
		const look = () => void updated.check();
		worker?.addEventListener('controllerchange', look);
		return () => worker?.removeEventListener('controllerchange', look);
	});

	beforeNavigate(({ willUnload, to }) => {
		if (updated.current && !willUnload && to) location.href = to.url.href;
	});
}
