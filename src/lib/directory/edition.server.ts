import { version as build } from '$app/environment';
import type { Directory } from '$lib/domain/directory/directory';
import { oncePerDirectory } from '$lib/domain/directory/directoryIndex';
import { directorySureUntil, getDirectory } from './directory.server';
import { hashOf } from '$lib/base/http/conditional.server';
import type { Edition } from '$lib/base/http/responseCache.server';

type Stamp = Pick<Directory, 'version' | 'changedAt'>;

/**
 * Names everything that is made of this directory by this build, such as in the `?v=` of an address: letters, digits,
 * "-" and "_". `changedAt` tells a database that was made anew, and counts from one again, from the one before.
 */
export function editionOf(directory: Stamp): string {
	return hashOf(String(directory.version), directory.changedAt, build);
}

/** The entity tag of everything that is made of this directory by this build. */
export function editionTag(directory: Stamp): string {
	return `W/"${editionOf(directory)}"`;
}

/** @returns the edition that is served now; undefined when there is no directory to serve */
export async function currentEdition(): Promise<Edition | undefined> {
	try {
		const index = await getDirectory();
		return { name: editionFor(index), sureUntil: directorySureUntil(index) };
	} catch {
		// Said in the log by the directory itself, and by each page in its own words.
		return undefined;
	}
}

const editionFor = oncePerDirectory(({ directory }) => editionOf(directory));
