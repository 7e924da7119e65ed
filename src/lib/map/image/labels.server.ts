type Box = { left: number; top: number; right: number; bottom: number };

export interface LabelWish {
	text: string;
	/** Where its middle would best stand. */
	x: number;
	y: number;
	/** Letters of this height. */
	size: number;
	/** How far it may move up or down, in letters. */
	reach: number;
}
export type PlacedLabel = LabelWish;

/**
 * Places labels in the order given inside a drawing of `width` by `height`, so that none covers another or one of the
 * `points`. A label moves up or down a little where it must; one that finds no place is left out.
 */
export function placeLabels(
	wishes: readonly LabelWish[],
	points: readonly (readonly [x: number, y: number])[],
	{ width, height }: { width: number; height: number }
): PlacedLabel[] {
	const taken: Box[] = points.map(([x, y]) => ({ left: x - 14, top: y - 14, right: x + 14, bottom: y + 14 }));
	const placed: PlacedLabel[] = [];
	for (const wish of wishes) {
		// Without a font at hand: letters are some 0.56 of their height wide, on average.
		const half = { width: wish.text.length * wish.size * 0.28 + 4, height: wish.size * 0.6 };
		const x = Math.min(Math.max(wish.x, half.width), width - half.width);
		for (const steps of [0, -0.8, 0.8, -1.6, 1.6, -2.4, 2.4]) {
			if (Math.abs(steps) > wish.reach) break;
			const y = Math.min(Math.max(wish.y + steps * wish.size, half.height), height - half.height);
			const box = {
				left: x - half.width,
				top: y - half.height,
				right: x + half.width,
				bottom: y + half.height
			};
			if (taken.some((other) => overlap(box, other))) continue;
			taken.push(box);
			placed.push({ ...wish, x: Math.round(x), y: Math.round(y) });
			break;
		}
	}
	return placed;
}

const overlap = (a: Box, b: Box) =>
	a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
