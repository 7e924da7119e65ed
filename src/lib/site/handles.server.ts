import type { Handle } from '@sveltejs/kit';
import { baseLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { paraglideMiddleware } from '$lib/base/i18n/paraglide/server.js';
import { basemapOrigins } from '$lib/map/basemap.server';
import { streetsOf } from '$lib/map/streets/streetsFile.server';
import { compressed } from '$lib/base/http/compress.server';
import { currentEdition } from '$lib/directory/edition.server';
import { chooseEncoding } from '$lib/base/http/encoding.server';
import { ResponseCache, isAnonymousRead, replay, type Edition } from '$lib/base/http/responseCache.server';
import { currentContentVersion, lastContentVersion } from '$lib/knowledge/currentContent.server';
import { clockOf, factsOf, readsAll } from './routes.server';
import { setSecurityHeaders } from '$lib/base/http/securityHeaders.server';

export const security: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	// What the site asks of itself is part of an answer that gets them.
	if (event.isSubRequest) return response;
	setSecurityHeaders(response.headers, event.url, {
		mayBeFramed: factsOf(event.route.id)?.inFrames ?? false,
		connectTo: basemapOrigins()
	});
	return response;
};

/** Without a door that brings one, as in development. */
const ownCache = new ResponseCache();

/**
 * Answers from memory where it may, and compresses what it may not. Around everything that sets a header: what is kept is what is
 * sent, for the door answers with it as it is.
 */
export const cacheAndCompress: Handle = async ({ event, resolve }) => {
	const { isSubRequest, platform, request, route, url } = event;
	// What the site asks of itself is part of an answer that comes by here.
	if (isSubRequest) return resolve(event);
	const hasContent = factsOf(route.id)?.showsContent ?? false;
	const kept = route.id !== null && isAnonymousRead(request) ? await editionOf(hasContent) : undefined;
	if (kept === undefined || route.id === null) {
		const response = await resolve(event);
		// What somebody sees while signed in is theirs: no cache on the way keeps it.
		if (!isAnonymousRead(request) && !response.headers.has('cache-control')) {
			response.headers.set('cache-control', 'private, no-store');
		}
		return compressed(response, request);
	}
	const circumstances = {
		edition: kept.edition,
		encoding: chooseEncoding(request.headers.get('accept-encoding')),
		clock: clockOf(route.id),
		mayKeep: kept.isToldNow && readsAll(route.id, url.searchParams)
	};
	const answer = await (platform?.req.keptAnswers ?? ownCache).answer(request, circumstances, async () =>
		resolve(event)
	);
	return answer instanceof Response ? compressed(answer, request) : replay(answer, request);
};

/**
 * Pages say which streets the map has, and those come and go without a release. What changes in the knowledge base takes away the
 * pages that show it, and no others.
 * @returns `isToldNow` is false while the database cannot say what it has: what is kept goes on, and nothing is added to it
 */
async function editionOf(hasContent: boolean): Promise<{ edition: Edition; isToldNow: boolean } | undefined> {
	const edition = await currentEdition();
	if (!edition) return undefined;
	const name = `${edition.name} ${streetsOf()?.path ?? ''}`;
	if (!hasContent) return { edition: { ...edition, name }, isToldNow: true };
	const now = await currentContentVersion().catch(() => undefined);
	const content = now ?? lastContentVersion();
	if (!content) return undefined;
	return {
		edition: {
			name: `${name} ${content.version}`,
			part: 'content',
			sureUntil: Math.min(edition.sureUntil, content.sureUntil)
		},
		isToldNow: now !== undefined
	};
}

/** The one font file that every page uses; what only some pages use is left to them. */
const TYPEFACE = 'latin-wght-normal';

/**
 * What a page needs beside its words is asked for after them. In a header, where the framework would name it, it is asked for first,
 * and a browser that waits for a typeface shows no word until a tenth of a second later.
 */
function preloads(): { note: (file: { type: string; path: string }) => boolean; tags: () => string } {
	const tags: string[] = [];
	return {
		note: ({ type, path }) => {
			if (type === 'js') tags.push(`<link rel="modulepreload" href="${path}">`);
			if (type === 'font' && path.includes(TYPEFACE))
				tags.push(`<link rel="preload" as="font" type="font/woff2" href="${path}" crossorigin>`);
			return type === 'css';
		},
		tags: () => tags.join('')
	};
}

export const language: Handle = ({ event, resolve }) => {
	if (factsOf(event.route.id)?.forMachines) return resolve(event);
	return paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		const { note, tags } = preloads();
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%prefix%', locale === baseLocale ? '' : `/${locale}`)
					.replace(/<\/body>(?=\s*<\/html>\s*$)/, (end) => tags() + end),
			preload: note
		});
	});
};
