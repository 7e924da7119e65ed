import { bodyName } from '$lib/domain/government/bodyName';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { requireDesk } from '$lib/desk/desk.server';
import type { PageServerLoad } from './$types';

/** Text and links only: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ params }) => {
	const { found } = await requireDesk(params.slug);
	return {
		desk: { slug: found.desk.slug, name: found.desk.name },
		owner: bodyName(found.owner, found.home.municipality, getLocale())
	};
};
