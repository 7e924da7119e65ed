/** The directory as a device keeps it: what the finder needs of it and no more. */
import * as v from 'valibot';
import { WHEELCHAIR_ACCESS } from '$lib/domain/desk/fields';
import { KINDS, PROVINCES, type Directory } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';

const text = v.nullable(v.string());

/** What the finder shows of a desk, and its page but for the description: that may be as long as all the rest. */
const packedDesk = v.object({
	id: v.string(),
	slug: v.string(),
	name: v.string(),
	street: v.string(),
	postcode: v.string(),
	place: v.string(),
	lon: v.number(),
	lat: v.number(),
	phone: text,
	email: v.optional(text, null),
	website: v.optional(text, null),
	openingHours: text,
	languages: v.array(v.string()),
	wheelchair: v.nullable(v.picklist(WHEELCHAIR_ACCESS)),
	verifiedAt: text,
	unconfirmedSince: text,
	locationApproximate: v.boolean(),
	/** Place in `governments`. */
	of: v.number()
});

/** Checked when it arrives: a kept copy may be of another version of the site. */
export const packedDirectory = v.object({
	version: v.number(),
	/** ISO instant. */
	changedAt: v.string(),
	/** NIS code, slug, name in Dutch, French and English, place in `PROVINCES`, lon, lat, thousands of inhabitants. */
	municipalities: v.array(
		v.tuple([
			v.string(),
			v.string(),
			v.tuple([v.string(), text, text]),
			v.number(),
			v.number(),
			v.number(),
			v.number()
		])
	),
	/** Former municipalities: the name, and the code of the one it merged into. */
	former: v.array(v.tuple([v.string(), v.string()])),
	/** Postcode, name, kind, NIS code, lon, lat. */
	places: v.array(
		v.tuple([v.string(), v.string(), v.picklist(['nl', 'fr', 'special']), v.string(), v.number(), v.number()])
	),
	governments: v.array(
		v.object({
			slug: v.string(),
			kind: v.picklist(KINDS),
			nisCode: v.string(),
			name: v.string(),
			phone: v.exactOptional(v.string()),
			email: v.exactOptional(v.string()),
			website: v.exactOptional(v.string())
		})
	),
	desks: v.array(packedDesk),
	/** By E.164 number, as it is dialled: the device need not know how numbers are written. */
	phones: v.record(v.string(), v.string())
});
type PackedDirectory = v.InferOutput<typeof packedDirectory>;

/** To some ten metres: enough to tell how far a desk is. */
const rounded = (degrees: number) => Number(degrees.toFixed(4));

export function packDirectory(
	{ directory, entries, governmentById }: DirectoryIndex,
	readPhone: (e164: string) => string
): PackedDirectory {
	const bodies = [...governmentById.values()];
	const places = new Map(bodies.map(({ id }, i) => [id, i]));
	const phones = [...directory.desks, ...bodies].flatMap(({ phone }) => (phone ? [phone] : []));
	return {
		version: directory.version,
		changedAt: directory.changedAt,
		municipalities: entries.map(
			({ municipality: { nisCode, slug, name, province, lon, lat, population } }) => [
				nisCode,
				slug,
				[name.nl, name.fr, name.en],
				PROVINCES.findIndex((one) => one.slug === province),
				rounded(lon),
				rounded(lat),
				Math.round(population / 1000)
			]
		),
		former: entries.flatMap(({ municipality, mergedFrom }) =>
			mergedFrom.map(({ name }): [string, string] => [name.nl, municipality.nisCode])
		),
		places: directory.postalCodes.map(({ postcode, placeName, lang, special, nisCode, lon, lat }) => [
			postcode,
			placeName,
			special ? 'special' : lang,
			nisCode,
			rounded(lon),
			rounded(lat)
		]),
		governments: bodies.map(({ slug, kind, nisCode, name, phone, email, website }) => ({
			slug,
			kind,
			nisCode,
			name,
			...(phone ? { phone } : {}),
			...(email ? { email } : {}),
			...(website ? { website } : {})
		})),
		desks: directory.desks.flatMap((desk) => {
			const of = places.get(desk.localGovernmentId);
			return of === undefined ? [] : [v.parse(packedDesk, { ...desk, of })];
		}),
		phones: Object.fromEntries(phones.map((phone) => [phone, readPhone(phone)]))
	};
}

/** A `Directory` again. What the finder does not look at is empty. */
export function unpackDirectory(packed: PackedDirectory): Directory {
	const known = { validFrom: null, validTo: null, succeededBy: null, areaKm2: null, neighbours: [] };
	return {
		version: packed.version,
		changedAt: packed.changedAt,
		hasExampleData: false,
		municipalities: [
			...packed.municipalities.map(([nisCode, slug, [nl, fr, en], province, lon, lat, thousands]) => ({
				...known,
				nisCode,
				slug,
				name: { nl, fr, en },
				province: PROVINCES[province]?.slug ?? 'brussel',
				population: thousands * 1000,
				lon,
				lat
			})),
			...packed.former.map(([nl, succeededBy], i) => ({
				...known,
				nisCode: `former-${i}`,
				slug: `former-${i}`,
				name: { nl, fr: null, en: null },
				province: 'brussel' as const,
				population: null,
				lon: null,
				lat: null,
				validTo: packed.changedAt,
				succeededBy
			}))
		],
		postalCodes: packed.places.map(([postcode, placeName, kind, nisCode, lon, lat]) => ({
			postcode,
			placeName,
			lang: kind === 'fr' ? 'fr' : 'nl',
			special: kind === 'special',
			nisCode,
			lon,
			lat
		})),
		localGovernments: packed.governments.map((government) => ({
			phone: null,
			email: null,
			website: null,
			...government,
			id: government.slug,
			kboNumber: null,
			ovoNumber: null,
			description: null,
			participatingSince: null,
			updatedAt: packed.changedAt
		})),
		desks: packed.desks.map(({ of, ...desk }) => ({
			...desk,
			localGovernmentId: packed.governments[of]?.slug ?? '',
			description: null,
			updatedAt: packed.changedAt
		}))
	};
}
