import { LOCALES } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { localPath } from '$lib/base/i18n/localPath';
import { escapeXml } from '$lib/domain/text/escapeXml';
import { factsOf, pathOfRoute, ROUTE_IDS, type RouteId } from './routes.server';

/**
 * Every public page in every language, each with its translations (sitemaps.org, with Google's `xhtml:link`).
 * @param origin such as `https://example.org`
 */
export function sitemap({ directory, entries }: DirectoryIndex, origin: string): string {
	const slugs: Partial<Record<RouteId, string[]>> = {
		'/(site)/besturen/[slug]': entries.map(({ municipality }) => municipality.slug),
		'/(site)/loketten/[slug]': directory.desks.map(({ slug }) => slug)
	};
	const pages = ROUTE_IDS.flatMap((id) => {
		const changesWith = factsOf(id)?.sitemap;
		if (!changesWith) return [];
		const path = pathOfRoute(id);
		const paths = slugs[id]?.map((slug) => path.replace('[slug]', slug)) ?? [path];
		return paths.map((path) => ({ path, fromDirectory: changesWith === 'directory' }));
	});
	const urls = pages.flatMap(({ path, fromDirectory }) => {
		const versions = LOCALES.map((locale) => ({
			locale,
			href: escapeXml(origin + localPath(path, locale))
		}));
		const [base] = versions;
		const alternates = [
			...versions.map(({ locale, href }) => alternate(locale, href)),
			...(base ? [alternate('x-default', base.href)] : [])
		].join('');
		const lastmod = fromDirectory ? `<lastmod>${directory.changedAt}</lastmod>` : '';
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
