const MINUTE_MS = 60_000;

/** Pages that say whether a desk is open. */
const FOLLOW_THE_CLOCK = new Set([
	'/(public)/besturen/[slug]',
	'/(public)/loketten',
	'/embed/kaart',
	'/embed/loket'
]);

/** The minute that an answer of this route is of; '' for one that says the same at any time. @param now milliseconds */
export const momentOf = (routeId: string, now: number): string =>
	FOLLOW_THE_CLOCK.has(routeId) ? String(Math.floor(now / MINUTE_MS)) : '';
