/** Borders as TopoJSON writes them: every line once, and areas as lists of those lines. Checked before they are drawn. */
import * as v from 'valibot';

const isListOf =
	(isOne: (input: unknown) => boolean) =>
	(input: unknown): boolean =>
		Array.isArray(input) && input.every(isOne);

/** Tens of thousands of numbers: a schema for each would take most of the time that drawing takes. */
const isPoint = (input: unknown) => Array.isArray(input) && input.length >= 2 && input.every(Number.isFinite);
const lines = v.custom<number[][][]>(isListOf(isListOf(isPoint)), 'no lines');
const isRings = isListOf(isListOf(Number.isInteger));
const rings = v.custom<number[][]>(isRings, 'no rings');
const parts = v.custom<number[][][]>(isListOf(isRings), 'no rings');
const pair = v.tuple([v.number(), v.number()]);

/** Polygons, each with its properties. */
export const areasWith = <Schema extends v.GenericSchema<unknown, object>>(properties: Schema) =>
	v.object({
		type: v.literal('GeometryCollection'),
		geometries: v.array(
			v.variant('type', [
				v.object({ arcs: rings, type: v.literal('Polygon'), properties }),
				v.object({ arcs: parts, type: v.literal('MultiPolygon'), properties })
			])
		)
	});

export const topologyOf = <Objects extends v.ObjectEntries>(objects: Objects) =>
	v.object({
		type: v.literal('Topology'),
		objects: v.object(objects),
		arcs: lines,
		transform: v.exactOptional(v.object({ scale: pair, translate: pair }))
	});

/** The file of borders that the map, its pictures and the finder draw and ask. */
export const boundaryTopology = topologyOf({
	municipalities: areasWith(
		v.object({
			nisCode: v.string(),
			/** Where its name stands best: longitude and latitude. */
			label: pair
		})
	),
	provinces: areasWith(v.object({ code: v.string() }))
});
export type BoundaryTopology = v.InferOutput<typeof boundaryTopology>;
