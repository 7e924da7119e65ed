import { onMount } from 'svelte';
import { dev } from '$app/environment';
import { invalidate } from '$app/navigation';
import { CLOCK } from './clock';
import type { DeviceFinder } from './deviceFinder.svelte';
import { nextChange } from './desksOn';
import { followClock } from './followClock.svelte';
import type { FinderView } from './finderView';
import { keepThisPage, registerWorker } from './keptCopy';

const FIRST_CHECK_MS = 1_500;

/** For the finder's page while it is open: it follows the network as that goes and comes, and desks as they open and close. */
export function stayCurrent(finder: DeviceFinder, view: () => FinderView): void {
	onMount(() => {
		void registerWorker(dev);
		const check = () => void finder.checkConnection().then(keepThisPage);
		// The page may be a kept one. On a first visit the directory for later comes when nothing else does.
		const isKeptPerhaps = !navigator.onLine || navigator.serviceWorker?.controller;
		const timer = isKeptPerhaps ? void check() : setTimeout(check, FIRST_CHECK_MS);
		const away = () => void finder.checkConnection();
		const back = () => {
			finder.online();
			void invalidate(CLOCK);
		};
		addEventListener('offline', away);
		addEventListener('online', back);
		return () => {
			clearTimeout(timer);
			removeEventListener('offline', away);
			removeEventListener('online', back);
		};
	});

	followClock(
		() => nextChange(view()),
		() => (finder.isActive ? finder.tick() : void invalidate(CLOCK))
	);
}
