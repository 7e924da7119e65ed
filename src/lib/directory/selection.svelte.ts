import { goto } from '$app/navigation';

/**
 * Selects one of a list on its map, or none, by way of the address.
 * @param current slug of what the address says
 * @param hrefOf the address that selects another
 */
export function selectionByAddress(
	current: () => string | null,
	hrefOf: (slug: string | null) => string
): (slug: string | null) => void {
	/** What the address says, or will once a navigation that is under way has ended. */
	let chosen: string | null;
	$effect(() => {
		chosen = current();
	});
	return (slug) => {
		if (slug === chosen) return;
		chosen = slug;
		void goto(hrefOf(slug), { keepFocus: true, noScroll: true, replaceState: true });
	};
}
