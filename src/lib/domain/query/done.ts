/** What came of a click, told on the page that follows it: a word in its address, Dutch as all of the address is. */

const WORDS = {
	answered: 'beantwoord',
	approved: 'goedgekeurd',
	'approved-off-site': 'goedgekeurd-verborgen',
	asked: 'gevraagd',
	blocked: 'geblokkeerd',
	closed: 'gesloten',
	confirmed: 'bevestigd',
	created: 'gemaakt',
	draft: 'ontwerp',
	email: 'e-mailadres',
	followed: 'gevolgd',
	gone: 'weg',
	government: 'bestuur',
	hidden: 'verborgen',
	merged: 'samengevoegd',
	paused: 'gepauzeerd',
	published: 'gepubliceerd',
	released: 'losgelaten',
	rejected: 'afgewezen',
	reopened: 'terug',
	reported: 'gemeld',
	restored: 'teruggezet',
	resumed: 'hervat',
	'review-off': 'nazicht-uit',
	'review-on': 'nazicht-aan',
	saved: 'bewaard',
	sent: 'bericht',
	settled: 'afgehandeld',
	shown: 'getoond',
	'signed-out': 'afgemeld',
	taken: 'opgenomen',
	unblocked: 'gedeblokkeerd',
	unfollowed: 'gestopt',
	waiting: 'wacht',
	withdrawn: 'teruggetrokken'
} as const;
export type Done = keyof typeof WORDS;

const PARAMETER = 'klaar';

/** For the address of the next page, after "?" or "&". */
export const doneParam = (done: Done): string => `${PARAMETER}=${WORDS[done]}`;

/** @param known what the page has a sentence for; anything else is null */
export function readDone<Known extends Done>(
	parameters: URLSearchParams,
	known: readonly Known[]
): Known | null {
	const word = parameters.get(PARAMETER);
	return known.find((done) => WORDS[done] === word) ?? null;
}
