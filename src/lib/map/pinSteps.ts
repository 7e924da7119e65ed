/** WGS84 degrees, to six decimals: about a hand's breadth. */
export interface PinPlace {
	lon: number;
	lat: number;
}

export const DIRECTIONS = ['north', 'west', 'east', 'south'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const METRES_PER_DEGREE = 111_320;
const SHORT_STEP = 10;
const LONG_STEP = 100;

const KEYS: Readonly<Partial<Record<string, Direction>>> = {
	ArrowUp: 'north',
	ArrowDown: 'south',
	ArrowLeft: 'west',
	ArrowRight: 'east'
};

/** Where an arrow key leads; null for another key. */
export const directionOf = (key: string): Direction | null => KEYS[key] ?? null;

export const place = (lon: number, lat: number): PinPlace => ({
	lon: Number(lon.toFixed(6)),
	lat: Number(lat.toFixed(6))
});

/** One step on: 10 m, or 100 m for a long one. */
export function stepped({ lon, lat }: PinPlace, direction: Direction, isLong: boolean): PinPlace {
	const degrees = (isLong ? LONG_STEP : SHORT_STEP) / METRES_PER_DEGREE;
	// A degree of longitude is shorter the farther north one is.
	const eastward = degrees / Math.cos((lat * Math.PI) / 180);
	if (direction === 'north') return place(lon, lat + degrees);
	if (direction === 'south') return place(lon, lat - degrees);
	return place(direction === 'east' ? lon + eastward : lon - eastward, lat);
}
