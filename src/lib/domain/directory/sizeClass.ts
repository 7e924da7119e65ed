/** Size classes by number of inhabitants: lower bound included, upper bound not. */
export const SIZE_CLASSES = [
	{ slug: 'tot-10000', from: 0, below: 10_000 },
	{ slug: '10000-20000', from: 10_000, below: 20_000 },
	{ slug: '20000-50000', from: 20_000, below: 50_000 },
	{ slug: '50000-100000', from: 50_000, below: 100_000 },
	{ slug: 'vanaf-100000', from: 100_000, below: Infinity }
] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number]['slug'];
export const SIZE_CLASS_SLUGS = SIZE_CLASSES.map(({ slug }) => slug);

export function sizeClassOf(population: number): SizeClass {
	const match = SIZE_CLASSES.find(({ from, below }) => population >= from && population < below);
	return match?.slug ?? 'tot-10000';
}
