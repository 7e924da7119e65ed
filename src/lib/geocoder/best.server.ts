/** BeSt Address, the federal register that joins those of the three regions; asked for Brussels. */
import * as v from 'valibot';
import { normalisePlace } from '$lib/domain/place/placeSearch';
import { pointOf, type RegisterHit, type Wanted } from './registerHit.server';
import type { Service } from './service.server';

/** Streets of which the addresses are asked. */
const MAX_STREETS = 3;
const MAX_HITS = 5;

const LANGUAGES = ['nl', 'fr', 'de'] as const;
type Language = (typeof LANGUAGES)[number];
const name = v.nullish(v.string());
const names = v.object({ nl: name, fr: name, de: name });
type Names = v.InferOutput<typeof names>;
/** What an address points to: with its content, or with the `href` under which that stands in `embedded`. */
const reference = v.nullish(
	v.object({
		href: v.nullish(v.string()),
		name: v.nullish(names),
		nisCode: v.nullish(v.string()),
		postCode: v.nullish(v.string())
	})
);
const coordinate = v.nullish(v.number());

/** `GET /streets?name=*…*` */
export const streetsAnswer = v.object({
	items: v.array(v.object({ id: v.string(), name: names }))
});

/** `GET /addresses?streetId=` */
export const addressesAnswer = v.object({
	items: v.array(
		v.object({
			houseNumber: v.nullish(v.string()),
			hasMunicipality: reference,
			hasPostalInfo: reference,
			addressPosition: v.nullish(
				v.object({
					wgs84: v.nullish(v.object({ lat: coordinate, long: coordinate })),
					lambert72: v.nullish(v.object({ x: coordinate, y: coordinate }))
				})
			)
		})
	),
	embedded: v.nullish(v.record(v.string(), reference))
});

/** By street first: the register finds an address at once by the number of its street, and slowly by its name. */
export async function askBest(service: Service, wanted: Wanted, signal: AbortSignal): Promise<RegisterHit[]> {
	const { postcode, nisCode } = wanted;
	const query = { status: 'current', ...(postcode ? { postCode: postcode } : {}) };
	const where = { ...query, ...(!postcode && nisCode ? { nisCode } : {}) };
	// A star stands for anything; one that was typed would too.
	const name = `*${wanted.street.replaceAll(/[*~]/g, ' ').trim()}*`;
	const found = await service.ask('/streets', { ...where, name }, streetsAnswer, signal);
	const meant = normalisePlace(wanted.street);
	const streets = (found?.items ?? [])
		.map(({ id, name }) => ({ id, ...nearestName(name, meant) }))
		.toSorted(nearerTo(meant))
		.slice(0, MAX_STREETS);
	const hits = await Promise.all(
		streets.map(async (street) => {
			const answer = await service.ask(
				'/addresses',
				{
					...query,
					streetId: street.id,
					...(wanted.houseNumber ? { houseNumber: wanted.houseNumber } : {}),
					embed: 'streets,municipalities,postalInfos'
				},
				addressesAnswer,
				signal
			);
			return answer ? hitsOf(answer, street, wanted) : [];
		})
	);
	return hits.flat().slice(0, MAX_HITS);
}

function hitsOf(
	{ items, embedded }: v.InferOutput<typeof addressesAnswer>,
	street: { language: Language; name: string },
	{ houseNumber }: Wanted
): RegisterHit[] {
	const resolve = (to: v.InferOutput<typeof reference>) => (to?.href && embedded?.[to.href]) || to;
	const hits = items.flatMap((item) => {
		const { wgs84, lambert72 } = item.addressPosition ?? {};
		const point = pointOf({ lon: wgs84?.long, lat: wgs84?.lat, x: lambert72?.x, y: lambert72?.y });
		if (!point) return [];
		const municipality = resolve(item.hasMunicipality);
		return [
			{
				street: street.name,
				houseNumber: houseNumber === null ? null : (item.houseNumber ?? null),
				postcode: resolve(item.hasPostalInfo)?.postCode ?? null,
				municipality: municipality?.name?.[street.language] ?? municipality?.name?.nl ?? null,
				nisCode: municipality?.nisCode ?? null,
				point
			}
		];
	});
	// The boxes of a house are addresses of their own, and a street without a number is any of its houses.
	return hits.slice(0, 1);
}

/** In the language in which it was asked; Dutch where that says nothing. */
function nearestName(names: Names, meant: string): { language: Language; name: string } {
	const all = LANGUAGES.map((language) => ({ language, name: names[language] ?? '' }));
	const [nearest] = all.filter(({ name }) => name !== '').toSorted(nearerTo(meant));
	return nearest ?? { language: 'nl', name: '' };
}

const nearerTo = (meant: string) => (a: { name: string }, b: { name: string }) =>
	difference(a.name, meant) - difference(b.name, meant);

/** 0 for the same, 1 for what contains it, 2 for anything else. */
function difference(name: string, meant: string): number {
	const text = normalisePlace(name);
	return text === meant ? 0 : text.includes(meant) ? 1 : 2;
}
