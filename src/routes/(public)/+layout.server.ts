import { requireDirectory } from '$lib/server/http/errors';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async () => {
	const { directory } = await requireDirectory();
	return { hasExampleData: directory.hasExampleData };
};
