/** Names of what lies in the landscape, as wishes of where they stand in a picture. */
import type { Position } from 'geojson';
import type { Locale } from '$lib/domain/directory/directory';
import type { Drawing, MercatorBox } from '$lib/domain/place/mapFrame';
import { clippedLine, unitsOf } from './groundDrawing.server';
import { beside, nearby, type LabelWish } from './labels.server';
import type { LandscapeFeature } from './landscape.server';

type Place = [x: number, y: number];

export interface GroundNames {
	/** Where stations are. */
	dots: Place[];
	/** Each list begins with what matters most. */
	stations: LabelWish[];
	waters: LabelWish[];
	roads: LabelWish[];
	villages: LabelWish[];
	/** Outside our municipalities. */
	towns: LabelWish[];
}

/** Parts of a line at which its name may stand, the best first. */
const ALONG = [0.5, 0.3, 0.7, 0.15, 0.85];
/** Of a line that is seen for less than so many units nobody needs to know the name. */
const SHORTEST = 60;
/** Units between the middle of a dot and a name beside it. */
const ROOM = 15;

export function groundNames(
	features: readonly LandscapeFeature[],
	box: MercatorBox,
	drawing: Drawing,
	locale: Locale,
	size: number
): GroundNames {
	const toUnits = unitsOf(box, drawing);
	const nameOf = ({ properties }: LandscapeFeature) => properties[locale] ?? properties.n ?? '';
	/** Points of a layer that are in the frame, the nearest to its middle first. */
	const pointsOf = (layer: 'station' | 'place', ...classes: (string | undefined)[]) =>
		features
			.filter((feature) => feature.layer === layer && classes.includes(feature.properties.c))
			.flatMap((feature) =>
				feature.parts.flatMap(([point]) => {
					if (!point) return [];
					const [x, y] = toUnits(point);
					const isIn = x >= 0 && y >= 0 && x <= drawing.width && y <= drawing.height;
					const off = Math.hypot(x - drawing.width / 2, y - drawing.height / 2);
					return isIn ? [{ text: nameOf(feature), at: [x, y] as Place, off, ...feature.properties }] : [];
				})
			)
			.sort((a, b) => a.off - b.off);
	const stations = pointsOf('station', undefined).sort((a, b) => (b.k ?? 0) - (a.k ?? 0));
	const villages = pointsOf('place', 'v').sort((a, b) => (b.i ?? 0) - (a.i ?? 0));
	const named = (look: string, reach: number, points: typeof stations): LabelWish[] =>
		points.map(({ text, at }) => ({ text, size, look, places: nearby(at, size, reach) }));
	const along = (look: string, layer: 'waterway' | 'road', name: (feature: LandscapeFeature) => string) => {
		const lines = features
			.filter((feature) => feature.layer === layer && name(feature) !== '')
			.flatMap((feature) =>
				feature.parts
					.map((part) => part.map((point): Position => [...toUnits(point)]))
					.flatMap((part) => clippedLine(part, [0, 0, drawing.width, drawing.height]))
					.map((line) => ({ name: name(feature), line, length: lengthOf(line) }))
			);
		return [...Map.groupBy(lines, (line) => line.name)]
			.map(([text, pieces]) => ({
				text,
				length: pieces.reduce((sum, { length }) => sum + length, 0),
				longest: pieces.toSorted((a, b) => b.length - a.length).slice(0, 3)
			}))
			.filter(({ length }) => length >= SHORTEST)
			.sort((a, b) => b.length - a.length)
			.map(({ text, longest }): LabelWish => ({
				text,
				size,
				look,
				places: longest.flatMap(({ line }) => ALONG.map((part) => pointAlong(line, part)))
			}));
	};
	return {
		dots: stations.map(({ at }) => at),
		stations: stations.map(({ text, at }) => ({
			text,
			size,
			look: 'station',
			places: beside(at, text, size, ROOM)
		})),
		waters: along('water-name', 'waterway', nameOf),
		roads: along('number', 'road', ({ properties }) => properties.r ?? ''),
		villages: named('village', 1, villages),
		towns: named('town', 1, pointsOf('place', 'c', 't', 'f'))
	};
}

function lengthOf(line: readonly Position[]): number {
	return line.reduce((sum, [x = 0, y = 0], i) => {
		const [nextX = x, nextY = y] = line[i + 1] ?? [];
		return sum + Math.hypot(nextX - x, nextY - y);
	}, 0);
}

function pointAlong(line: readonly Position[], part: number): Place {
	let left = lengthOf(line) * part;
	for (const [i, [x = 0, y = 0]] of line.entries()) {
		const [nextX = x, nextY = y] = line[i + 1] ?? [];
		const length = Math.hypot(nextX - x, nextY - y);
		if (length > 0 && left <= length)
			return [x + ((nextX - x) * left) / length, y + ((nextY - y) * left) / length];
		left -= length;
	}
	const [x = 0, y = 0] = line.at(-1) ?? [];
	return [x, y];
}
