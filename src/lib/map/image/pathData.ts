/** Whole units of a drawing. */
export type Point = readonly [x: number, y: number];

/** SVG path data of lines or rings. Relative coordinates: they are short, and alike, which compresses well. */
export function pathData(lines: readonly (readonly Point[])[], closed: boolean): string {
	let data = '';
	let [penX, penY] = [0, 0];
	for (const line of lines) {
		const [start, ...rest] = line;
		if (!start) continue;
		const [startX, startY] = start;
		let steps = '';
		let [x, y] = start;
		for (const [nextX, nextY] of rest) {
			const [dx, dy] = [nextX - x, nextY - y];
			if (dx === 0 && dy === 0) continue;
			steps += `${steps && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`;
			[x, y] = [nextX, nextY];
		}
		// What is smaller than a unit is not drawn.
		if (!steps) continue;
		const [mx, my] = [startX - penX, startY - penY];
		data += `${data ? 'm' : 'M'}${mx}${my < 0 ? '' : ' '}${my}l${steps}${closed ? 'z' : ''}`;
		[penX, penY] = closed ? [startX, startY] : [x, y];
	}
	return data;
}
