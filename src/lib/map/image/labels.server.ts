type Box = { left: number; top: number; right: number; bottom: number };
type Place = readonly [x: number, y: number];

export interface LabelWish {
	text: string;
	/** Letters of this height. */
	size: number;
	/** Where its middle may stand, the best place first. */
	places: readonly Place[];
	/** How it looks: the class of its letters. */
	look?: string;
}
export interface PlacedLabel {
	text: string;
	look?: string | undefined;
	x: number;
	y: number;
}

/** At a place or, where that is taken, a little above or below it. @param reach how far, in letters */
export const nearby = ([x, y]: Place, size: number, reach: number): Place[] =>
	[0, -0.8, 0.8, -1.6, 1.6, -2.4, 2.4]
		.filter((steps) => Math.abs(steps) <= reach)
		.map((steps): Place => [x, y + steps * size]);

/** Around something that is drawn there and wants so much room itself. */
export function beside([x, y]: Place, text: string, size: number, room: number): Place[] {
	const half = halfOf(text, size);
	return [
		[x + half.width + room, y],
		[x - half.width - room, y],
		[x, y + half.height + room],
		[x, y - half.height - room]
	];
}

/**
 * Places labels in the order given inside a drawing of `width` by `height`, so that none covers another or one of the
 * `points`; one that finds no place is left out.
 * @param roomOf to each side of a point, in units
 */
export function placeLabels(
	wishes: readonly LabelWish[],
	points: readonly Place[],
	{ width, height }: { width: number; height: number },
	roomOf: (point: number) => number = () => 14
): PlacedLabel[] {
	const taken: Box[] = points.map(([x, y], i) => {
		const room = roomOf(i);
		return { left: x - room, top: y - room, right: x + room, bottom: y + room };
	});
	const placed: PlacedLabel[] = [];
	for (const { text, size, places, look } of wishes) {
		const half = halfOf(text, size);
		for (const wished of places) {
			const x = Math.min(Math.max(wished[0], half.width), width - half.width);
			const y = Math.min(Math.max(wished[1], half.height), height - half.height);
			const box = {
				left: x - half.width,
				top: y - half.height,
				right: x + half.width,
				bottom: y + half.height
			};
			if (taken.some((other) => overlap(box, other))) continue;
			taken.push(box);
			placed.push({ text, look, x: Math.round(x), y: Math.round(y) });
			break;
		}
	}
	return placed;
}

/** A village that gave its municipality its name has it once; their station has it too. */
export function oncePerName(wishes: readonly LabelWish[]): LabelWish[] {
	const known = new Set<string>();
	return wishes.filter(({ text, look }) => {
		const key = `${look === 'station'} ${text}`;
		if (known.has(key)) return false;
		known.add(key);
		return true;
	});
}

/** Without a font at hand: letters are some 0.6 of their height wide, on average. */
const halfOf = (text: string, size: number) => ({ width: text.length * size * 0.3 + 4, height: size * 0.6 });

const overlap = (a: Box, b: Box) =>
	a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
