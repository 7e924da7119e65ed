/** A page that says whether desks are open is asked again when one opens or closes while it is there. */

const MAX_DELAY_MS = 2 ** 31 - 1;

/**
 * @param change the first instant at which it holds no longer, in milliseconds; null = never
 * @param again asks it anew
 */
export function followClock(change: () => number | null, again: () => void): void {
	$effect(() => {
		const at = change();
		if (at === null) return;
		const seen = () => {
			if (!document.hidden && Date.now() > at) again();
		};
		const wait = Math.min(Math.max(at - Date.now(), 1_000), MAX_DELAY_MS);
		const timer = setTimeout(again, wait);
		document.addEventListener('visibilitychange', seen);
		return () => {
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', seen);
		};
	});
}
