/** Which vector tiles of streets the map can draw: those whose layers and words it knows. */
import * as v from 'valibot';

/**
 * - `protomaps`: OpenStreetMap as Protomaps builds it, version 4 (https://docs.protomaps.com/basemaps/layers).
 */
export const STREET_SCHEMAS = ['protomaps'] as const;
export type StreetSchema = (typeof STREET_SCHEMAS)[number];

const metadata = v.object({
	vector_layers: v.array(
		v.object({ id: v.string(), fields: v.optional(v.record(v.string(), v.unknown()), {}) })
	)
});

/** Without these there is no map of streets. */
const PROTOMAPS_LAYERS = ['earth', 'roads', 'water'];

/**
 * @param input what a PMTiles file says of itself
 * @returns null for a schema that the map does not know
 */
export function streetSchemaOf(input: unknown): StreetSchema | null {
	const { success, output } = v.safeParse(metadata, input);
	if (!success) return null;
	const fields = new Map(output.vector_layers.map((layer) => [layer.id, layer.fields]));
	// Version 3 says `pmap:kind`.
	const isProtomaps = PROTOMAPS_LAYERS.every((id) => fields.has(id)) && 'kind' in (fields.get('roads') ?? {});
	return isProtomaps ? 'protomaps' : null;
}

/** @returns the names of the layers, for who has to find out why the map does not know them */
export function layerNamesOf(input: unknown): string[] {
	const { success, output } = v.safeParse(metadata, input);
	return success ? output.vector_layers.map(({ id }) => id) : [];
}
