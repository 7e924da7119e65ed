import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';

export interface GovernmentLink {
	name: string;
	slug: string;
	/** Of its municipality's page, without language; null for one that merged. */
	path: string | null;
}

/** Null when the directory does not know the local government. */
export function governmentLink(index: DirectoryIndex, id: string | null): GovernmentLink | null {
	const government = id === null ? undefined : index.governmentById.get(id);
	if (!government) return null;
	const entry = index.byNisCode.get(government.nisCode);
	return {
		name: government.name,
		slug: government.slug,
		path: entry ? `/besturen/${entry.municipality.slug}` : null
	};
}

/** Gemeente and OCMW of one municipality: all ids of both. */
export function siblingIds(index: DirectoryIndex, id: string | null): string[] {
	const government = id === null ? undefined : index.governmentById.get(id);
	if (!government) return [];
	const entry = index.byNisCode.get(government.nisCode);
	return [government, entry?.gemeente, entry?.ocmw].flatMap((one) => (one ? [one.id] : []));
}
