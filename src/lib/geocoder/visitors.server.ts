/**
 * How often one visitor makes us ask an outside register. In memory, for one process: what it protects is another's
 * service and our time, not anybody's data, and a visitor who is over it still gets the place.
 */
import { LRUCache } from 'lru-cache';
import { network } from '$lib/base/database/rateLimit.server';

const MAX_PER_MINUTE = 40;
const MINUTE_MS = 60_000;
const MAX_VISITORS = 10_000;

/** @returns whether this visitor may have a register asked once more */
export function createVisitorLimit(
	max = MAX_PER_MINUTE,
	now: () => number = () => performance.now()
): (clientAddress: string) => boolean {
	const counts = new LRUCache<string, { since: number; count: number }>({ max: MAX_VISITORS });
	return (clientAddress) => {
		const key = network(clientAddress);
		const current = counts.get(key);
		if (!current || now() - current.since >= MINUTE_MS) {
			counts.set(key, { since: now(), count: 1 });
			return true;
		}
		current.count++;
		return current.count <= max;
	};
}
