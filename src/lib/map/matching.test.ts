import { expect, test } from 'vitest';
import { matchingChanges, shouldFollow } from './matching';

const all = ['a', 'b', 'c'];

test('a search fades what it leaves out', () => {
	expect(matchingChanges(all, null, ['b'])).toEqual([
		{ nisCode: 'a', faded: true },
		{ nisCode: 'c', faded: true }
	]);
});

test('only what differs from the last result changes', () => {
	expect(matchingChanges(all, ['b'], ['b', 'c'])).toEqual([{ nisCode: 'c', faded: false }]);
	expect(matchingChanges(all, ['b', 'c'], ['c', 'b'])).toEqual([]);
});

test('clearing the search brings everything back', () => {
	expect(matchingChanges(all, ['b'], null)).toEqual([
		{ nisCode: 'a', faded: false },
		{ nisCode: 'c', faded: false }
	]);
});

test('a search that finds nothing fades everything', () => {
	expect(matchingChanges(all, null, [])).toHaveLength(3);
});

test('the map moves by itself to a handful of results, and to nothing else', () => {
	const half = Array.from({ length: 150 }, (_, index) => String(index));
	expect(shouldFollow(null, ['a', 'b'])).toBe(true);
	expect(shouldFollow(half, ['1', '2'])).toBe(true);
	expect(shouldFollow(null, half)).toBe(false);
	expect(shouldFollow(['a'], null)).toBe(false);
	expect(shouldFollow(['a'], [])).toBe(false);
	expect(shouldFollow(['a', 'b'], ['b', 'a'])).toBe(false);
});
