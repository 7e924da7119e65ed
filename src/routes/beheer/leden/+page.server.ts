import { memberQuery } from '$lib/administration/members/memberFilter';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { oncePerDirectory } from '$lib/domain/directory/directoryIndex';
import { MEMBERS_PER_PAGE, readMembers } from '$lib/administration/members/members.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

/** Every local government of today, to choose from. */
const governments = oncePerDirectory((index: DirectoryIndex) =>
	index.entries.flatMap(({ gemeente, ocmw }) =>
		[gemeente, ocmw].flatMap((one) => (one ? [{ slug: one.slug, name: one.name }] : []))
	)
);

export const load: PageServerLoad = async ({ locals, url }) => {
	const { query: filter } = memberQuery.parse(url.searchParams);
	const index = await requireDirectory();
	const { members, total } = await readMembers(locals.session.client, index, filter);
	return {
		filter,
		members,
		total,
		pageCount: Math.max(1, Math.ceil(total / MEMBERS_PER_PAGE)),
		governments: governments(index),
		ownId: (await locals.session.account())?.id ?? null
	};
};
