import { regionChangedAt } from '$lib/directory/regionView';
import { LOCALES, PROVINCE_SLUGS } from '$lib/domain/directory/directory';
import { deskChangedAt, municipalityChangedAt } from '$lib/domain/directory/changedAt';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { localPath } from '$lib/base/i18n/localPath';
import { escapeXml } from '$lib/domain/text/escapeXml';
import type { PublishedResource } from '$lib/knowledge/published.server';
import { factsOf, pathOfRoute, ROUTE_IDS, type RouteId } from './routes.server';

/**
 * Every public page in every language, each with its translations (sitemaps.org, with Google's `xhtml:link`).
 * @param resources what everybody may read in the knowledge base
 * @param origin such as `https://example.org`
 */
export function sitemap(
	index: DirectoryIndex,
	resources: readonly PublishedResource[],
	origin: string
): string {
	const { directory, entries } = index;
	const things: Partial<Record<RouteId, { slug: string; changedAt: string }[]>> = {
		'/(site)/besturen/[slug]': entries.map((entry) => ({
			slug: entry.municipality.slug,
			changedAt: municipalityChangedAt(entry)
		})),
		'/(site)/provincies/[slug]': PROVINCE_SLUGS.map((slug) => ({
			slug,
			changedAt: regionChangedAt(index, slug)
		})),
		'/(site)/kennisbank/[slug]': [...resources],
		'/(site)/loketten/[slug]': directory.desks.map((desk) => ({
			slug: desk.slug,
			changedAt: deskChangedAt(index, desk)
		}))
	};
	const changes = {
		directory: directory.changedAt,
		content: latest(resources),
		// When that was, nobody wrote down.
		release: ''
	};
	const pages = ROUTE_IDS.flatMap((id) => {
		const changesWith = factsOf(id)?.sitemap;
		if (!changesWith) return [];
		const path = pathOfRoute(id);
		const ofThings = things[id]?.map(({ slug, changedAt }) => ({
			path: path.replace('[slug]', slug),
			changedAt
		}));
		return ofThings ?? [{ path, changedAt: changes[changesWith] }];
	});
	const urls = pages.flatMap(({ path, changedAt }) => {
		const versions = LOCALES.map((locale) => ({
			locale,
			href: escapeXml(origin + localPath(path, locale))
		}));
		const [base] = versions;
		const alternates = [
			...versions.map(({ locale, href }) => alternate(locale, href)),
			...(base ? [alternate('x-default', base.href)] : [])
		].join('');
		const lastmod = changedAt ? `<lastmod>${changedAt}</lastmod>` : '';
		return versions.map(({ href }) => `<url><loc>${href}</loc>${lastmod}${alternates}</url>`);
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
		...urls,
		'</urlset>\n'
	].join('\n');
}

function alternate(language: string, href: string): string {
	return `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`;
}

/** '' where there are none. */
const latest = (resources: readonly PublishedResource[]): string =>
	resources.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), '');
