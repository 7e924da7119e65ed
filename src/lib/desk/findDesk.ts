import type { LocalGovernment, VolunteerDesk } from '$lib/domain/directory/directory';
import {
	oncePerDirectory,
	type DirectoryIndex,
	type MunicipalityEntry
} from '$lib/domain/directory/directoryIndex';

export interface FoundDesk {
	desk: VolunteerDesk;
	owner: LocalGovernment;
	/** Where its owner governs; the desk itself may stand elsewhere. */
	home: MunicipalityEntry;
}

const bySlug = oncePerDirectory(({ directory }) => new Map(directory.desks.map((desk) => [desk.slug, desk])));

/** The desk of this slug that the public may see. */
export function findDesk(index: DirectoryIndex, slug: string): FoundDesk | undefined {
	const desk = bySlug(index).get(slug);
	const owner = desk && index.governmentById.get(desk.localGovernmentId);
	const home = owner && index.byNisCode.get(owner.nisCode);
	return desk && owner && home ? { desk, owner, home } : undefined;
}
