/** The directory as a device keeps it: what the finder needs of it and no more. */
import { PROVINCES, type Directory, type LocalGovernment, type VolunteerDesk } from '$lib/domain/directory';
import type { DirectoryIndex } from '$lib/domain/directoryIndex';

type PackedDesk = Omit<
	VolunteerDesk,
	'localGovernmentId' | 'email' | 'website' | 'description' | 'updatedAt'
> & {
	/** Place in `governments`. */
	of: number;
};
type PackedGovernment = Pick<LocalGovernment, 'slug' | 'kind' | 'nisCode' | 'name'> &
	Partial<Pick<LocalGovernment, 'phone' | 'email' | 'website'>>;

export interface PackedDirectory {
	version: number;
	/** ISO instant. */
	changedAt: string;
	municipalities: [
		nisCode: string,
		slug: string,
		names: [nl: string, fr: string | null, en: string | null],
		province: number,
		lon: number,
		lat: number
	][];
	/** Former municipalities: the name, and the code of the one it merged into. */
	former: [name: string, nisCode: string][];
	places: [
		postcode: string,
		name: string,
		kind: 'nl' | 'fr' | 'special',
		nisCode: string,
		lon: number,
		lat: number
	][];
	governments: PackedGovernment[];
	desks: PackedDesk[];
	/** By E.164 number, as it is dialled: the device need not know how numbers are written. */
	phones: Record<string, string>;
}

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
		municipalities: entries.map(({ municipality: { nisCode, slug, name, province, lon, lat } }) => [
			nisCode,
			slug,
			[name.nl, name.fr, name.en],
			PROVINCES.findIndex((one) => one.slug === province),
			rounded(lon),
			rounded(lat)
		]),
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
		desks: directory.desks.flatMap(
			({ localGovernmentId, email: _e, website: _w, description: _d, updatedAt: _u, ...desk }) => {
				const of = places.get(localGovernmentId);
				return of === undefined ? [] : [{ ...desk, of }];
			}
		),
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
			...packed.municipalities.map(([nisCode, slug, [nl, fr, en], province, lon, lat]) => ({
				...known,
				nisCode,
				slug,
				name: { nl, fr, en },
				province: PROVINCES[province]?.slug ?? 'brussel',
				population: 0,
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
			email: null,
			website: null,
			description: null,
			updatedAt: packed.changedAt
		}))
	};
}
