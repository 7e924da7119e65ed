/** Whose an item is, by the directory: the database says ids. */
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { Owner } from '$lib/domain/resource/resource';

/** Null for what is of whoever runs the site, and for a government that the directory does not know. */
export function ownerOf(index: DirectoryIndex, localGovernmentId: string | null): Owner | null {
	const government = localGovernmentId === null ? undefined : index.governmentById.get(localGovernmentId);
	return government
		? {
				id: government.id,
				name: government.name,
				kind: government.kind,
				nisCode: government.nisCode,
				municipalitySlug: index.byNisCode.get(government.nisCode)?.municipality.slug ?? null
			}
		: null;
}
