import type { Directory, LocalGovernment, Municipality, VolunteerDesk } from './directory.ts';
import { slugOf } from '../text/slug.ts';

/** A current municipality with what belongs to it. */
export interface MunicipalityEntry {
	municipality: Municipality & { population: number; lon: number; lat: number };
	gemeente: LocalGovernment | null;
	ocmw: LocalGovernment | null;
	/** Published desks of both, in name order. */
	desks: VolunteerDesk[];
	/** Former municipalities that merged into it, in name order. */
	mergedFrom: Municipality[];
}

/** Look-ups over one version of the directory, made once per version. */
export interface DirectoryIndex {
	directory: Directory;
	/** Current municipalities only, by Dutch name. */
	entries: MunicipalityEntry[];
	byNisCode: ReadonlyMap<string, MunicipalityEntry>;
	bySlug: ReadonlyMap<string, MunicipalityEntry>;
	governmentById: ReadonlyMap<string, LocalGovernment>;
}

export type Participation = 'both' | 'gemeente' | 'ocmw' | 'none';

export function participationOf(entry: MunicipalityEntry): Participation {
	const gemeente = Boolean(entry.gemeente?.participatingSince);
	const ocmw = Boolean(entry.ocmw?.participatingSince);
	if (gemeente && ocmw) return 'both';
	if (gemeente) return 'gemeente';
	return ocmw ? 'ocmw' : 'none';
}

export function indexDirectory(directory: Directory): DirectoryIndex {
	const byNisCode = new Map<string, MunicipalityEntry>();
	for (const municipality of directory.municipalities) {
		const { population, lon, lat, validTo } = municipality;
		if (validTo !== null || population === null || lon === null || lat === null) continue;
		byNisCode.set(municipality.nisCode, {
			municipality: { ...municipality, population, lon, lat },
			gemeente: null,
			ocmw: null,
			desks: [],
			mergedFrom: []
		});
	}
	const governmentById = new Map<string, LocalGovernment>();
	for (const government of directory.localGovernments) {
		governmentById.set(government.id, government);
		const entry = byNisCode.get(government.nisCode);
		if (entry) entry[government.kind] = government;
	}
	for (const desk of directory.desks) {
		const owner = governmentById.get(desk.localGovernmentId);
		if (owner) byNisCode.get(owner.nisCode)?.desks.push(desk);
	}
	const former = new Map(
		directory.municipalities.filter((m) => m.validTo !== null).map((m) => [m.nisCode, m])
	);
	for (const municipality of former.values()) {
		successorOf(municipality, former, byNisCode)?.mergedFrom.push(municipality);
	}
	const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'nl');
	const entries = [...byNisCode.values()];
	for (const entry of entries) {
		entry.desks.sort(byName);
		entry.mergedFrom.sort((a, b) => a.name.nl.localeCompare(b.name.nl, 'nl'));
	}
	entries.sort((a, b) => a.municipality.name.nl.localeCompare(b.municipality.name.nl, 'nl'));
	const bySlug = new Map(entries.map((entry) => [entry.municipality.slug, entry]));
	return { directory, entries, byNisCode, bySlug, governmentById };
}

/** Follows a chain of mergers to the municipality in force; undefined when the chain leads nowhere. */
function successorOf(
	municipality: Municipality,
	former: ReadonlyMap<string, Municipality>,
	current: ReadonlyMap<string, MunicipalityEntry>
): MunicipalityEntry | undefined {
	const seen = new Set<string>();
	let nisCode = municipality.succeededBy;
	while (nisCode !== null && !seen.has(nisCode)) {
		const entry = current.get(nisCode);
		if (entry) return entry;
		seen.add(nisCode);
		nisCode = former.get(nisCode)?.succeededBy ?? null;
	}
	return undefined;
}

/**
 * What `/besturen/[key]` means: a slug, a NIS code, or the slug of a gemeente or OCMW; of a current municipality or one
 * that merged. Last, the slug of a French or English name.
 * @returns the entry and whether `key` is its canonical slug; undefined when nothing matches.
 */
export function resolveMunicipality(
	index: DirectoryIndex,
	key: string
): { entry: MunicipalityEntry; canonical: boolean } | undefined {
	const exact = index.bySlug.get(key);
	if (exact) return { entry: exact, canonical: true };
	const byNis = index.byNisCode.get(key);
	if (byNis) return { entry: byNis, canonical: false };
	const asBody = index.entries.find(
		({ gemeente, ocmw, mergedFrom }) =>
			gemeente?.slug === key ||
			ocmw?.slug === key ||
			mergedFrom.some((former) => former.slug === key || former.nisCode === key)
	);
	const entry =
		asBody ??
		index.entries.find(({ municipality: { name } }) =>
			[name.fr, name.en].some((other) => other !== null && slugOf(other) === key)
		);
	return entry && { entry, canonical: false };
}

/** Keeps what `make` derives from a directory beside it: made at the first use, gone with that version. */
export function oncePerDirectory<Derived extends object | string>(
	make: (index: DirectoryIndex) => Derived
): (index: DirectoryIndex) => Derived {
	const made = new WeakMap<DirectoryIndex, Derived>();
	return (index) => {
		const known = made.get(index);
		if (known !== undefined) return known;
		const derived = make(index);
		made.set(index, derived);
		return derived;
	};
}
