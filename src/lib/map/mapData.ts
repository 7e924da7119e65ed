/** What the map shows, as the site sends it. */
import * as v from 'valibot';

const mapMunicipality = v.object({
	nisCode: v.string(),
	slug: v.string(),
	/** In the language of the page. */
	name: v.string(),
	/** Of its page, localised. */
	href: v.string(),
	/** ISO date; null = does not take part. */
	gemeenteSince: v.nullable(v.string()),
	ocmwSince: v.nullable(v.string()),
	deskCount: v.number()
});
/** A current municipality as the map needs it. */
export type MapMunicipality = v.InferOutput<typeof mapMunicipality>;

const mapDesk = v.object({
	id: v.string(),
	name: v.string(),
	href: v.string(),
	/** Of the municipality it belongs to. */
	nisCode: v.string(),
	/** WGS84 degrees. */
	lon: v.number(),
	lat: v.number(),
	place: v.string()
});
export type MapDesk = v.InferOutput<typeof mapDesk>;

export const mapData = v.object({
	municipalities: v.array(mapMunicipality),
	desks: v.array(mapDesk),
	/** Every municipality in full colour, so that only the ones in the result have it; by default who takes part decides. */
	coloursResult: v.exactOptional(v.boolean())
});
export type MapData = v.InferOutput<typeof mapData>;
