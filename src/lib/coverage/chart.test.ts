import { describe, expect, it } from 'vitest';
import type { CoverageSeries } from '$lib/domain/colleague/coverage';
import { apart, drawChart, NARROW, WIDE } from './chart';

const MONTHS = Array.from({ length: 14 }, (_, i) =>
	new Date(Date.UTC(2025, 9 + i)).toISOString().slice(0, 10)
);
const SERIES: CoverageSeries = {
	months: MONTHS,
	lines: [
		{ province: 'antwerpen', shares: MONTHS.map((_, i) => i / 20) },
		{ province: 'limburg', shares: MONTHS.map((_, i) => (i < 2 ? null : i / 20)) },
		{ province: 'brussel', shares: MONTHS.map(() => 0) }
	]
};

describe('the chart', () => {
	it('has a line for each province, within its box', () => {
		const { lines, plot, rows } = drawChart(SERIES, WIDE);
		expect(lines.map(({ province }) => province)).toEqual(['antwerpen', 'limburg', 'brussel']);
		expect(lines[0]?.path).toMatch(new RegExp(`^M${plot.left},${plot.bottom}L`));
		expect(lines[0]?.end.x).toBe(plot.right);
		expect(lines[2]?.end.y).toBe(plot.bottom);
		expect(rows[0]).toEqual({ y: plot.bottom, share: 0 });
		expect(rows.at(-1)?.share).toBeGreaterThanOrEqual(0.6);
	});

	it('draws nothing where nothing was counted', () => {
		const [all, later] = drawChart(SERIES, WIDE).lines;
		expect(all?.path.match(/[ML]/g)).toHaveLength(14);
		expect(later?.path.match(/[ML]/g)).toHaveLength(12);
		const nothing = {
			months: MONTHS,
			lines: [{ province: 'limburg' as const, shares: MONTHS.map(() => null) }]
		};
		expect(drawChart(nothing, WIDE).lines).toEqual([]);
	});

	it('names as many months as fit, the last one always', () => {
		for (const size of [WIDE, NARROW]) {
			const { columns } = drawChart(SERIES, size);
			expect(columns.length).toBeLessThanOrEqual(size.months);
			expect(columns.at(-1)?.month).toBe(MONTHS.at(-1));
		}
	});

	it('writes no name over another', () => {
		const labels = drawChart(SERIES, NARROW).lines.map(({ labelY }) => labelY);
		expect(Math.abs((labels[0] ?? 0) - (labels[1] ?? 0))).toBeGreaterThanOrEqual(20);
	});
});

describe('heights apart', () => {
	const box = { gap: 20, lowest: 100 };

	it('stay as they are where there is room', () => {
		expect(apart([80, 10, 50], box)).toEqual([80, 10, 50]);
	});

	it('make room, in the same order, and none is lower than the box', () => {
		expect(apart([100, 100, 95], box)).toEqual([80, 100, 60]);
	});
});
