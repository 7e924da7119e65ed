import { describe, expect, it } from 'vitest';
import { chartOf, shareOfBound } from './chart.ts';
import { gotWorse, isKept, rowOf, tableHead, type Figure } from './table.ts';

const figure = (value: number, bound: Figure['bound'], more: Partial<Figure> = {}): Figure => ({
	...{ name: 'requests/s of /', value, unit: 'ratio', bound },
	...more
});

describe('a figure', () => {
	it('keeps to its bound, on whichever side that is', () => {
		expect(isKept(figure(3, { atMost: 3 }))).toBe(true);
		expect(isKept(figure(3.1, { atMost: 3 }))).toBe(false);
		expect(isKept(figure(0.6, { atLeast: 0.6 }))).toBe(true);
		expect(isKept(figure(0.5, { atLeast: 0.6 }))).toBe(false);
		expect(isKept(figure(99, null))).toBe(true);
	});

	it('got worse when it is so by more than a fifth', () => {
		expect(gotWorse(figure(1.2, { atMost: 3 }), 1)).toBe(false);
		expect(gotWorse(figure(1.3, { atMost: 3 }), 1)).toBe(true);
		expect(gotWorse(figure(0.9, { atLeast: 0.6 }), 1)).toBe(false);
		expect(gotWorse(figure(0.8, { atLeast: 0.6 }), 1)).toBe(true);
		expect(gotWorse(figure(130, null), 100)).toBe(true);
		expect(gotWorse(figure(9, null), undefined)).toBe(false);
	});

	it('stands beside both sides of it, its bound and the last landing', () => {
		const row = rowOf(figure(0.5, { atLeast: 0.6 }, { sides: { own: 0.06, baseline: 0.03 } }), 0.9);
		expect(row.split(/\s{2,}/)).toEqual([
			'requests/s of /',
			'0.5',
			'0.06 ms : 0.03 ms',
			'≥ 0.6',
			'0.9',
			'OVER ITS BOUND, WORSE'
		]);
		expect(rowOf(figure(51_234, { atMost: 90_000 }, { unit: 'bytes' }), undefined)).toMatch(
			/51\.2 kB +≤ 90\.0 kB +new$/
		);
		expect(tableHead()).toMatch(/now +own : baseline +bound +last landing$/);
	});
});

describe('the picture', () => {
	it('draws how much of its bound each figure uses', () => {
		expect(shareOfBound(figure(1.5, { atMost: 3 }))).toBe(0.5);
		expect(shareOfBound(figure(1.2, { atLeast: 0.6 }))).toBe(0.5);
		expect(shareOfBound(figure(1, null))).toBeUndefined();
		const picture = chartOf({
			'a < b': figure(1.5, { atMost: 3 }),
			broken: figure(30, { atMost: 3 }),
			told: figure(1, null)
		});
		expect(picture).toContain('a &lt; b');
		expect(picture.match(/class="bar"/g)).toHaveLength(1);
		expect(picture.match(/class="over"/g)).toHaveLength(1);
		expect(picture).not.toContain('told');
	});
});
