import { mergeArcs, meshArcs } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import type { Drawing, LonLat } from '$lib/domain/place/mapFrame';
import { boundaries, drawnMunicipality, ringsOf, type Shape } from './boundaries.server';
import { pathData, type Point } from './pathData';

/** Turns boundaries into SVG path data, in whole units of one drawing. */
export interface Pen {
	/** Path data of the outline of these municipalities together; borders between them are dissolved. */
	area(nisCodes: Iterable<string>): string;
	/** Path data of every border between or around these municipalities, each once. */
	borders(nisCodes: Iterable<string>): { municipality: string; province: string };
	/** The same borders, of whichever kind. */
	edges(nisCodes: Iterable<string>): string;
	/** Corners of the municipality's rings, outer and inner, in whole units. */
	rings(nisCode: string): Point[][];
	/** Path data of a dot per place, to be stroked with round caps. */
	dots(places: Iterable<LonLat>): string;
}

/** `minTriangle`: borders lose the corners that span less than this, in square degrees; 0 keeps all. */
export function penFor(drawing: Drawing, minTriangle: number): Pen {
	const drawn = new Map<number, Point[]>();
	/** Corners of one arc; most pictures need only a few of them. */
	const cornersOf = (arc: number): Point[] => {
		const known = drawn.get(arc);
		if (known) return known;
		const corners: Point[] = [];
		for (const [lon = 0, lat = 0, weight = 0] of boundaries.arcs[arc] ?? []) {
			if (weight < minTriangle) continue;
			const [x, y] = drawing.project([lon, lat]);
			corners.push([Math.round(x), Math.round(y)]);
		}
		drawn.set(arc, corners);
		return corners;
	};
	const lineOf = (numbers: readonly number[]) =>
		numbers.flatMap((arc) => (arc < 0 ? cornersOf(~arc).toReversed() : cornersOf(arc)));
	return {
		area: (nisCodes) => {
			const outline = mergeArcs(boundaries, shapes(nisCodes));
			return pathData(ringsOf(outline).map(lineOf), true);
		},
		borders: (nisCodes) => {
			const provinceBorder = new Set(arcNumbers(boundaries.objects.provinces.geometries));
			const all = { type: 'GeometryCollection' as const, geometries: shapes(nisCodes) };
			const lines = { municipality: [] as Point[][], province: [] as Point[][] };
			// `meshArcs` joins arcs to long lines; the two kinds of border must not be joined to each other.
			for (const line of meshArcs(boundaries, all).arcs) {
				let last: keyof typeof lines | undefined;
				for (const arc of line) {
					const kind = provinceBorder.has(arc < 0 ? ~arc : arc) ? 'province' : 'municipality';
					if (kind === last) lines[kind].at(-1)?.push(...lineOf([arc]));
					else lines[kind].push(lineOf([arc]));
					last = kind;
				}
			}
			return {
				municipality: pathData(lines.municipality, false),
				province: pathData(lines.province, false)
			};
		},
		edges: (nisCodes) => {
			const all = { type: 'GeometryCollection' as const, geometries: shapes(nisCodes) };
			return pathData(meshArcs(boundaries, all).arcs.map(lineOf), false);
		},
		rings: (nisCode) => {
			const found = drawnMunicipality(nisCode);
			return found ? ringsOf(found.shape).map(lineOf) : [];
		},
		dots: (places) =>
			[...places]
				.map((place) => {
					const [x, y] = drawing.project(place);
					return `M${Math.round(x)} ${Math.round(y)}h0`;
				})
				.join('')
	};
}

function shapes(nisCodes: Iterable<string>): Shape<object>[] {
	return [...nisCodes].flatMap((nisCode) => drawnMunicipality(nisCode)?.shape ?? []);
}

function arcNumbers(geometries: readonly (Polygon | MultiPolygon)[]): number[] {
	return geometries.flatMap((shape) => ringsOf(shape).flat()).map((arc) => (arc < 0 ? ~arc : arc));
}
