import { error, redirect } from '@sveltejs/kit';
import { editionOf } from '$lib/directory/edition.server';
import { regionView, resolveProvince } from '$lib/directory/regionView';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { localPath } from '$lib/base/i18n/localPath';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const province = resolveProvince(params.slug);
	if (!province) error(404);
	if (province !== params.slug) redirect(308, localPath(`/provincies/${province}`));
	const index = await requireDirectory();
	return { edition: editionOf(index.directory), view: regionView(index, province, getLocale()) };
};
