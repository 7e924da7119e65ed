/** What the database holds before an import, looked up in many ways; made once per file. */
import type { DESK_FIELDS } from '../domain/desk/fields.ts';
import { DuplicateIndex } from '../domain/desk/duplicateIndex.ts';
import type { StoredRow } from '../domain/content/fields.ts';
import type { GOVERNMENT_FIELDS, LocalGovernmentKind } from '../domain/government/fields.ts';
import { slugOf } from '../domain/text/slug.ts';

/** How often it changed. */
type Versioned = { revision: number };

/** A row of `volunteer_desk`, as far as an import writes it. */
export type ExistingDesk = Omit<
	StoredRow<typeof DESK_FIELDS>,
	'verified_at' | 'unconfirmed_since' | 'updated_at'
> &
	Versioned;
/** A row of `local_government`, as far as an import reads or writes it. */
export type ExistingGovernment = Omit<
	StoredRow<typeof GOVERNMENT_FIELDS>,
	'kind' | 'ovo_number' | 'updated_at'
> & { kind: LocalGovernmentKind } & Versioned;

export interface ImportState {
	desks: readonly ExistingDesk[];
	governments: readonly ExistingGovernment[];
	/** Current ones, with every name they have. */
	municipalities: readonly {
		nisCode: string;
		name: string;
		names: readonly string[];
		/** Names of what merged into it. */
		formerNames: readonly string[];
		lon: number;
		lat: number;
	}[];
	/** Which place of which municipality has a postcode; not those of one large organisation. */
	postalCodes: readonly { postcode: string; placeName: string; nisCode: string }[];
	/** NIS code of the municipality that a point lies in; null outside Flanders and Brussels. */
	municipalityAt: (lon: number, lat: number) => string | null;
	/** Whether a point lies in that municipality, or as good as. */
	isIn: (nisCode: string, point: [lon: number, lat: number]) => boolean;
}

export type StateIndex = ReturnType<typeof indexState>;

export function indexState(state: ImportState) {
	const duplicates = new DuplicateIndex<ExistingDesk>();
	const exact = new Map<string, ExistingDesk>();
	for (const desk of state.desks) {
		duplicates.add(desk.local_government_id, desk, desk);
		exact.set(sameDesk(desk.local_government_id, desk), desk);
	}
	const governmentsByName = new Map<string, ExistingGovernment[]>();
	const governmentsByNis = Map.groupBy(state.governments, ({ nis_code }) => nis_code);
	const name = (text: string, government: ExistingGovernment) => {
		const key = slugOf(text);
		const known = governmentsByName.get(key);
		if (!known) governmentsByName.set(key, [government]);
		else if (!known.includes(government)) known.push(government);
	};
	for (const government of state.governments) {
		name(government.slug, government);
		name(government.name, government);
	}
	const successorsByFormerName = new Map<string, ExistingGovernment[]>();
	for (const { nisCode, names, formerNames } of state.municipalities) {
		const own = governmentsByNis.get(nisCode) ?? [];
		for (const government of own) for (const one of names) name(one, government);
		for (const former of formerNames) successorsByFormerName.set(slugOf(former), own);
	}
	return {
		state,
		duplicates,
		exact,
		deskById: new Map(state.desks.map((desk) => [desk.id, desk])),
		deskBySlug: new Map(state.desks.map((desk) => [desk.slug, desk])),
		governmentById: new Map(state.governments.map((one) => [one.id, one])),
		governmentByKbo: new Map(state.governments.map((one) => [one.kbo_number ?? '', one])),
		governmentsByNis,
		governmentsByName,
		successorsByFormerName,
		placesByPostcode: Map.groupBy(state.postalCodes, ({ postcode }) => postcode),
		nisCodeByName: new Map(
			state.municipalities.flatMap(({ nisCode, names }) =>
				names.map((one) => [slugOf(one), nisCode] as const)
			)
		),
		municipality: new Map(state.municipalities.map((one) => [one.nisCode, one]))
	};
}

/** Alike to the letter, but for spaces, accents and capitals: no question that it is the same. */
export const sameDesk = (
	governmentId: string,
	{ name, street, postcode }: { name: string; street: string; postcode: string }
): string => `${governmentId}|${slugOf(name)}|${slugOf(street)}|${postcode}`;
