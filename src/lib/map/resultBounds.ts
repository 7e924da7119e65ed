import type { Box } from './boundaries';

/**
 * The smallest box around the given municipalities.
 * @returns [west, south, east, north] in degrees; null when none of them is on the map.
 */
export function boundsOf(nisCodes: Iterable<string>, boxes: ReadonlyMap<string, Box>): Box | null {
	let result: Box | null = null;
	for (const nisCode of nisCodes) {
		const box = boxes.get(nisCode);
		if (!box) continue;
		result = result
			? [
					Math.min(result[0], box[0]),
					Math.min(result[1], box[1]),
					Math.max(result[2], box[2]),
					Math.max(result[3], box[3])
				]
			: box;
	}
	return result;
}
