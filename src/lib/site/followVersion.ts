import { onMount } from 'svelte';
import { beforeNavigate } from '$app/navigation';
import { updated } from '$app/state';
import { workers } from '$lib/finder/keptCopy';

/** In every page: once the site was renewed while it was open, the next page is loaded whole, and so of the new version. */
export function followVersion(): void {
	onMount(() => {
		const container = workers();
		let isFirst = !container?.controller;
		// Another worker took over: it came with another version. The first one came with this.
		const look = () => {
			if (!isFirst) void updated.check();
			isFirst = false;
		};
		container?.addEventListener('controllerchange', look);
		return () => container?.removeEventListener('controllerchange', look);
	});

	beforeNavigate(({ type, willUnload, to, cancel }) => {
		if (!updated.current || willUnload || !to) return;
		// Else the page of the version before may show for a moment, under the address of the next. A step in the history is
		// left to go on: the browser has taken it, and calling it off is a step back that races with loading.
		if (type !== 'popstate') cancel();
		location.href = to.url.href;
	});
}
