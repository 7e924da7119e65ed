import { getDirectory } from '$lib/server/directory';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async () => {
	const { directory } = await getDirectory();
	return { hasExampleData: directory.hasExampleData };
};
