/** The geolocation service of Digitaal Vlaanderen, over the Flemish address register (and that of Brussels). */
import * as v from 'valibot';
import { pointOf, type RegisterHit, type Wanted } from './registerHit.server';
import type { Service } from './service.server';

/** The most that the service gives. */
const COUNT = '5';
const coordinate = v.nullish(v.number());
const text = v.nullish(
	v.pipe(
		v.union([v.string(), v.number()]),
		v.transform((value) => String(value).trim() || null)
	),
	null
);

/** `GET /Location?q=&c=` */
export const locationAnswer = v.object({
	LocationResult: v.array(
		v.object({
			Municipality: text,
			Zipcode: text,
			Thoroughfarename: text,
			Housenumber: text,
			Location: v.object({
				Lat_WGS84: coordinate,
				Lon_WGS84: coordinate,
				X_Lambert72: coordinate,
				Y_Lambert72: coordinate
			})
		})
	)
});

/** `GET /Suggestion?q=&c=` */
export const suggestionAnswer = v.object({ SuggestionResult: v.array(v.string()) });

/** Streets and addresses, best first; what the service finds only a municipality for is left out. */
export async function askFlanders(
	service: Service,
	wanted: Wanted,
	signal: AbortSignal
): Promise<RegisterHit[]> {
	const asked = oneLine(wanted);
	const found = await locate(service, asked, signal);
	if (found === null || found.length > 0) return found ?? [];
	// Not as it was typed; perhaps as the register would write it.
	const suggested = await service.ask('/Suggestion', { q: asked, c: COUNT }, suggestionAnswer, signal);
	const [first] = suggested?.SuggestionResult ?? [];
	return first === undefined ? [] : ((await locate(service, first, signal)) ?? []);
}

async function locate(service: Service, q: string, signal: AbortSignal): Promise<RegisterHit[] | null> {
	const answer = await service.ask('/Location', { q, c: COUNT }, locationAnswer, signal);
	if (answer === null) return null;
	return answer.LocationResult.flatMap((result) => {
		const { Lon_WGS84: lon, Lat_WGS84: lat, X_Lambert72: x, Y_Lambert72: y } = result.Location;
		const point = pointOf({ lon, lat, x, y });
		if (!point || result.Thoroughfarename === null) return [];
		return [
			{
				street: result.Thoroughfarename,
				houseNumber: result.Housenumber,
				postcode: result.Zipcode,
				municipality: result.Municipality,
				nisCode: null,
				point
			}
		];
	});
}

function oneLine({ street, houseNumber, postcode, place }: Wanted): string {
	const before = [street, houseNumber].filter(Boolean).join(' ');
	const after = [postcode, place].filter(Boolean).join(' ');
	return after ? `${before}, ${after}` : before;
}
