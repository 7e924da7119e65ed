/** Whether the home page and the desk finder stay as quick when there are two hundred times as many desks. */
import { get } from '../e2e/support/http.ts';
import { median, report } from './figures.ts';
import { startFillableSite, type FillableSite } from './manyDesks.ts';

const SIZES = [100, 1_000, 20_000] as const;
const ROUNDS = 5;
const VISITS = 10;
/** A list that is full costs more than one of a few desks. Measured on two busy cores: 0.4 to 1.6. */
const BOUND = 3;

const PAGES = [
	['/', '/?'],
	['the finder', '/loketten?'],
	['the finder of a place', '/loketten?q=9000&']
] as const;

export async function measureGrowth(): Promise<void> {
	const site = await startFillableSite();
	try {
		const costs = new Map<string, number[]>();
		for (const size of SIZES) {
			await site.fill(size);
			// Once more at the beginning, for the compiler.
			if (size === SIZES[0]) for (const [, address] of PAGES) await medianCost(site, address);
			for (const [name, address] of PAGES)
				costs.set(name, [...(costs.get(name) ?? []), await medianCost(site, address)]);
		}
		for (const [name, [first = NaN, ...more]] of costs)
			for (const [place, cost] of more.entries())
				report({
					name: `${name} with ${SIZES[place + 1]} desks against ${SIZES[0]}`,
					value: cost / first,
					unit: 'ratio',
					bound: { atMost: BOUND },
					sides: { own: cost, baseline: first }
				});
	} finally {
		await site.stop();
	}
}

/** Milliseconds of work for a page that is made anew: every address is another one, so that none comes from memory. */
async function medianCost(site: FillableSite, address: string): Promise<number> {
	const costs: number[] = [];
	for (let round = 0; round <= ROUNDS; round++) {
		const before = await site.worked();
		for (let visit = 0; visit < VISITS; visit++) {
			const { status } = await get(`${site.url}${address}visit=${round}-${visit}`, {
				'accept-encoding': 'br'
			});
			if (status !== 200) throw new Error(`${address} gave ${status}`);
		}
		// The first one is for what is kept beside a directory.
		if (round > 0) costs.push(((await site.worked()) - before) / VISITS);
	}
	return median(costs);
}
