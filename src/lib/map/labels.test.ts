import { expect, test } from 'vitest';
import { servedBoundaries } from './boundaries.fixture';
import { CITY_RANK, labelRank } from './labels';

const { boxes } = servedBoundaries();
const rankOf = (nisCode: string) => {
	const box = boxes.get(nisCode);
	if (!box) throw new Error(`${nisCode} has no boundaries.`);
	return labelRank(nisCode, box);
};

test('a larger city keeps its name where a smaller one has no room', () => {
	const [antwerpen, brussel, leuven, hasselt, turnhout] = ['11002', '21004', '24062', '71072', '13040'];
	const ranks = [antwerpen, brussel, leuven, hasselt, turnhout].map((nisCode = '') => rankOf(nisCode));
	expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
	expect(Math.max(...ranks)).toBeLessThan(CITY_RANK);
});

test('the name of a city goes before that of any other municipality, and a large municipality before a small one', () => {
	const [lommel, mesen] = [rankOf('72020'), rankOf('33016')];
	expect(lommel).toBeGreaterThan(CITY_RANK);
	expect(mesen).toBeGreaterThan(lommel);
});
