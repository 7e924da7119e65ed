import { PALETTES, THEMES, type Palette, type Theme } from './palette';

/**
 * The map's images, drawn in code: no sprite to fetch, and no canvas, so that every pixel is the same everywhere.
 * An image id is `<shape>:<theme>`, so that a change of theme is a change of id.
 */
export const SHAPES = ['hatch', 'dots', 'desk', 'cluster', 'station', 'clear'] as const;
export type Shape = (typeof SHAPES)[number];

export const imageId = (shape: Shape, theme: Theme): string => `${shape}:${theme}`;

/** Pixels of an image per CSS pixel. */
export const IMAGE_PIXEL_RATIO = 2;

export interface Pixels {
	width: number;
	height: number;
	/** RGBA, not premultiplied. */
	data: Uint8ClampedArray;
}

/** The colour at a point in CSS pixels; null = see-through. */
type Paint = (x: number, y: number) => string | null;

const DRAWINGS: Record<Shape, { size: number; paint: (palette: Palette) => Paint }> = {
	// Diagonal stripes of 3 px, 7 px apart: 10 / sqrt(2), so that the tile repeats without a seam.
	hatch: {
		size: 10,
		paint:
			({ teal }) =>
			(x, y) =>
				(x + y) % 10 < 4.2 ? teal : null
	},
	// Two staggered dots a tile.
	dots: {
		size: 10,
		paint:
			({ teal }) =>
			(x, y) =>
				Math.hypot(x - 2.5, y - 2.5) < 1.9 || Math.hypot(x - 7.5, y - 7.5) < 1.9 ? teal : null
	},
	// A ring: also without colour not to be taken for a dot of the pattern.
	desk: {
		size: 20,
		paint: ({ desk, onDesk, paper }) => rings([3, onDesk], [7.5, desk], [9.5, paper])
	},
	cluster: {
		size: 40,
		paint: ({ desk, paper }) => rings([16, desk], [18, paper], [19.5, desk])
	},
	// A square, as nothing else on the map is.
	station: {
		size: 10,
		paint: ({ ink, paper }) => squares([1.4, paper], [3.8, ink], [5, paper])
	},
	// Of the size of a pin: keeps room for it.
	clear: { size: 44, paint: () => () => null }
};

/** Concentric discs around the middle of the tile, the smallest on top. */
function rings(...discs: [radius: number, colour: string][]): Paint {
	const middle = (discs.at(-1)?.[0] ?? 0) + 0.5;
	return (x, y) => discs.find(([radius]) => Math.hypot(x - middle, y - middle) < radius)?.[1] ?? null;
}

/** Squares around the middle of the tile, the smallest on top. */
function squares(...sizes: [half: number, colour: string][]): Paint {
	const middle = sizes.at(-1)?.[0] ?? 0;
	return (x, y) =>
		sizes.find(([half]) => Math.max(Math.abs(x - middle), Math.abs(y - middle)) < half)?.[1] ?? null;
}

/** @returns the pixels of one of our images; undefined when the id is not ours. */
export function drawImage(id: string): Pixels | undefined {
	const [name, themeName] = id.split(':');
	const shape = SHAPES.find((candidate) => candidate === name);
	const theme = THEMES.find((candidate) => candidate === themeName);
	if (!shape || !theme) return undefined;
	const { size, paint } = DRAWINGS[shape];
	return rasterise(size * IMAGE_PIXEL_RATIO, paint(PALETTES[theme]));
}

const SAMPLES = 4;

/** Averages a grid of samples in every pixel, for smooth edges. */
function rasterise(size: number, paint: Paint): Pixels {
	const data = new Uint8ClampedArray(size * size * 4);
	for (let row = 0; row < size; row++) {
		for (let column = 0; column < size; column++) {
			let red = 0;
			let green = 0;
			let blue = 0;
			let covered = 0;
			for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
				const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / IMAGE_PIXEL_RATIO;
				const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / IMAGE_PIXEL_RATIO;
				const colour = paint(x, y);
				if (colour === null) continue;
				const value = Number.parseInt(colour.slice(1), 16);
				red += value >> 16;
				green += (value >> 8) & 255;
				blue += value & 255;
				covered++;
			}
			if (covered === 0) continue;
			const alpha = (255 * covered) / (SAMPLES * SAMPLES);
			data.set([red / covered, green / covered, blue / covered, alpha], (row * size + column) * 4);
		}
	}
	return { width: size, height: size, data };
}
