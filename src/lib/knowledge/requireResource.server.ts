import { error, redirect } from '@sveltejs/kit';
import { getRequestEvent } from '$app/server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { markedParts } from '$lib/domain/resource/found';
import type { Resource } from '$lib/domain/resource/resource';
import { resourceQuery } from '$lib/domain/resource/resourceQuery';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { resourceBySlug } from './resource.server';
import { searchResources } from './search.server';

/** Longer than any slug; what comes after says nothing about the item meant. */
const MAX_SLUG = 150;
const SUGGESTED = 3;

/**
 * The item that a page is about, as far as who asks may read it.
 * @throws a redirect to where it is now; a 410 for what everybody could read and was taken off; a 404 for all else, with titles
 *   that come near among those that who asks may read; a 503 while the database is away
 */
export async function requireResource(slug: string): Promise<{ index: DirectoryIndex; resource: Resource }> {
	const { locals, request, url } = getRequestEvent();
	const { client } = locals.session;
	const [account, index] = await Promise.all([locals.session.account(), requireDirectory()]);
	const isMember = account?.status === 'approved';
	const answer = await requireAnswer(
		resourceBySlug(client, index, slug.slice(0, MAX_SLUG).toLowerCase(), isMember),
		request
	);
	if (typeof answer === 'object') {
		const current = 'found' in answer ? answer.found.slug : answer.movedTo;
		if (current !== slug)
			redirect(308, localPath(`/kennisbank/${current}`) + chapterOf(url.pathname) + url.search);
		if ('found' in answer) return { index, resource: answer.found };
	}
	const words = slug
		.slice(0, MAX_SLUG)
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	const { items, hasNoWords } = await requireAnswer(
		searchResources(client, index, { ...resourceQuery.empty, q: words.slice(0, 100) }),
		request
	);
	const suggestions = (hasNoWords || words === '' ? [] : items.slice(0, SUGGESTED)).map((item) => ({
		href: localPath(`/kennisbank/${item.slug}`),
		name: markedParts(item.title)
			.map(({ text }) => text)
			.join('')
	}));
	const all = { href: localPath('/kennisbank'), name: m.knowledge_show_all() };
	if (answer === 'gone')
		error(410, {
			title: m.knowledge_gone(),
			message: m.knowledge_gone_text(),
			suggested: m.knowledge_none_instead(),
			suggestions: [...suggestions, all]
		});
	error(404, { message: m.knowledge_unknown(), suggestions: [...suggestions, all] });
}

/** What stands behind the slug in the address of a chapter. */
const chapterOf = (pathname: string): string => /\/kennisbank\/[^/]+(\/\d+)$/.exec(pathname)?.[1] ?? '';
