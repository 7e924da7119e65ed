import { expect, test } from 'vitest';
import { drawImage, imageId, type Pixels } from './patterns';

const alpha = ({ width, data }: Pixels, x: number, y: number) => data[(y * width + x) * 4 + 3];

function draw(id: string): Pixels {
	const pixels = drawImage(id);
	if (!pixels) throw new Error(`No image ${id}`);
	return pixels;
}

test('a pattern repeats without a seam', () => {
	const hatch = draw(imageId('hatch', 'light'));
	// Along a stripe nothing changes, also across the edge of the tile.
	for (let x = 0; x < hatch.width; x++)
		expect(alpha(hatch, x, 0)).toBe(alpha(hatch, (x + 1) % hatch.width, hatch.height - 1));
});

test('patterns leave most of the land visible', () => {
	for (const shape of ['hatch', 'dots'] as const) {
		const { data } = draw(imageId(shape, 'dark'));
		const covered = data.filter((_, index) => index % 4 === 3).reduce((sum, value) => sum + value, 0);
		expect(covered / 255 / (data.length / 4)).toBeLessThan(0.5);
	}
});

test('signs have see-through corners and a filled middle', () => {
	for (const shape of ['desk', 'cluster'] as const) {
		const sign = draw(imageId(shape, 'light'));
		expect(alpha(sign, 0, 0)).toBe(0);
		expect(alpha(sign, sign.width / 2, sign.height / 2)).toBe(255);
	}
});

test('an image that is not ours is left to whoever it belongs to', () => {
	expect(drawImage('airport-11')).toBeUndefined();
	expect(drawImage('hatch:sepia')).toBeUndefined();
});
