import { error } from '@sveltejs/kit';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { localPath } from '$lib/base/i18n/localPath';
import { requireResource } from '$lib/knowledge/requireResource.server';
import { chapterView, resourceView } from '$lib/knowledge/resourceView.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const { resource } = await requireResource(params.slug);
	const view = resourceView(resource, new Date());
	const chapter = /^[1-9]\d{0,2}$/.test(params.deel)
		? chapterView(resource, view, Number(params.deel))
		: undefined;
	if (!chapter) {
		const whole = { href: localPath(`/kennisbank/${resource.slug}`), name: resource.title };
		error(404, { message: m.knowledge_unknown(), suggestions: [whole] });
	}
	const { slug, title, kind, language, visibility, owner, licence, reviewedAt, updatedAt, chapters } = view;
	return {
		chapter,
		of: { slug, title, kind, language, visibility, owner, licence, reviewedAt, updatedAt, chapters }
	};
};
