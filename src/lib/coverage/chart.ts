/**
 * Where everything of a line chart is drawn, in the units of its own picture. Made on the server: who reads the page needs
 * no library for it.
 */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { CoverageSeries } from '$lib/domain/colleague/coverage';
import type { ProvinceSlug } from '$lib/domain/directory/directory';

export interface Chart {
	width: number;
	height: number;
	/** The box that the lines are in. */
	plot: { left: number; right: number; top: number; bottom: number };
	/** A share of the municipalities, between 0 and 1. */
	rows: { y: number; share: number }[];
	/** First day of each month that is named below the lines. */
	columns: { x: number; month: string }[];
	lines: {
		province: ProvinceSlug;
		/** The `d` of an SVG path. */
		path: string;
		/** Where the line ends, and where its name stands beside that. */
		end: { x: number; y: number };
		labelY: number;
	}[];
}

export interface ChartSize {
	width: number;
	height: number;
	/** Room for the names at the right. */
	names: number;
	/** At most so many months are named. */
	months: number;
}

/** The same picture twice, for letters of the same size on a wide screen and on a phone. */
export const WIDE: ChartSize = { width: 760, height: 380, names: 168, months: 7 };
export const NARROW: ChartSize = { width: 344, height: 340, names: 138, months: 2 };

const NAME_HEIGHT = 20;

/** @param series of two months or more */
export function drawChart({ months, lines }: CoverageSeries, size: ChartSize): Chart {
	const plot = { left: 44, right: size.width - size.names, top: 16, bottom: size.height - 32 };
	const highest = Math.max(0, ...lines.flatMap(({ shares }) => shares.map((share) => share ?? 0)));
	const x = scaleUtc()
		.domain([new Date(months[0] ?? 0), new Date(months.at(-1) ?? 0)])
		.range([plot.left, plot.right]);
	// No share is more than all of it; and where nobody takes part yet, the lines lie on the ground.
	const y = scaleLinear()
		.domain([0, highest || 1])
		.nice(5)
		.range([plot.bottom, plot.top]);
	const xOf = (month: string) => round(x(new Date(month)));
	const yOf = (share: number) => round(y(share));

	const pathOf = line<{ month: string; share: number | null }>()
		.defined(({ share }) => share !== null)
		.x(({ month }) => xOf(month))
		.y(({ share }) => yOf(share ?? 0));
	const drawn = lines.flatMap(({ province, shares }) => {
		const points = months.map((month, i) => ({ month, share: shares[i] ?? null }));
		const last = points.findLast(({ share }) => share !== null);
		if (!last) return [];
		const end = { x: xOf(last.month), y: yOf(last.share ?? 0) };
		return [{ province, path: pathOf(points) ?? '', end }];
	});
	const labels = apart(
		drawn.map(({ end }) => end.y),
		{ gap: NAME_HEIGHT, lowest: plot.bottom }
	);
	const step = Math.max(1, Math.ceil((months.length - 1) / (size.months - 1)));
	return {
		width: size.width,
		height: size.height,
		plot,
		rows: y.ticks(5).map((share) => ({ y: yOf(share), share })),
		// From the last month backwards: that one is always named.
		columns: months
			.filter((_, i) => (months.length - 1 - i) % step === 0)
			.map((month) => ({ x: xOf(month), month })),
		lines: drawn.map((one, i) => ({ ...one, labelY: labels[i] ?? one.end.y }))
	};
}

/** Two digits are finer than anybody sees. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** Heights in the same order, each as near as can be to what was asked and none over another. */
export function apart(wanted: readonly number[], { gap, lowest }: { gap: number; lowest: number }): number[] {
	const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
	const placed = [...wanted];
	let above = -Infinity;
	for (const i of order) above = placed[i] = Math.max(placed[i] ?? 0, above + gap);
	// What was pushed out at the bottom pushes the others up again.
	let below = lowest + gap;
	for (const i of order.toReversed()) below = placed[i] = Math.min(placed[i] ?? 0, below - gap);
	return placed;
}
