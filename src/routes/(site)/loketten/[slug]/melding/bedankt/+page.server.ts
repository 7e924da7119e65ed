import { requireDesk } from '$lib/desk/desk.server';
import type { PageServerLoad } from './$types';

/** Text and links only: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ params }) => {
	const { found } = await requireDesk(params.slug);
	return { desk: { slug: found.desk.slug, name: found.desk.name }, owner: found.owner.name };
};
