import { DirectoryUnavailableError, getDirectory } from '$lib/server/directory';
import type { LayoutServerLoad } from './$types';

/** The frame never fails: what a page needs of the directory, it asks for itself. */
export const load: LayoutServerLoad = async () => {
	try {
		const { directory } = await getDirectory();
		return { hasExampleData: directory.hasExampleData };
	} catch (cause) {
		if (cause instanceof DirectoryUnavailableError) return { hasExampleData: false };
		throw cause;
	}
};
