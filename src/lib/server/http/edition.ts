import { version as build } from '$app/environment';
import type { Directory } from '$lib/domain/directory';
import { getDirectory } from '../directory';
import { weakTag } from './conditional';

/**
 * The entity tag of everything that is made of this directory by this build. `changedAt` tells a database that was made
 * anew, and counts from one again, from the one before.
 */
export function editionTag(directory: Pick<Directory, 'version' | 'changedAt'>): string {
	return weakTag(String(directory.version), directory.changedAt, build);
}

/** @returns the tag of what is served now; undefined when there is no directory to serve */
export async function currentEdition(): Promise<string | undefined> {
	try {
		const index = await getDirectory();
		let tag = tags.get(index);
		if (tag === undefined) tags.set(index, (tag = editionTag(index.directory)));
		return tag;
	} catch {
		// Said in the log by the directory itself, and by each page in its own words.
		return undefined;
	}
}

const tags = new WeakMap<object, string>();
