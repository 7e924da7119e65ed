import { LOCALES } from '$lib/domain/directory';
import type { DirectoryIndex } from '$lib/domain/directoryIndex';
import { localPath } from '$lib/i18n/localPath';
import { escapeXml } from '../escapeXml';

/** Public pages that stand by themselves. `fromDirectory`: they change when the directory does. */
const PAGES = [
	{ path: '/', fromDirectory: true },
	{ path: '/loketten', fromDirectory: true },
	{ path: '/over', fromDirectory: false },
	{ path: '/privacy', fromDirectory: false },
	{ path: '/privacy/wie-ziet-wat', fromDirectory: false },
	{ path: '/toegankelijkheid', fromDirectory: false },
	{ path: '/contact', fromDirectory: false },
	{ path: '/insluiten', fromDirectory: false }
];

/**
 * Every public page in every language, each with its translations (sitemaps.org, with Google's `xhtml:link`).
 * @param origin such as `https://example.org`
 */
export function sitemap({ directory, entries }: DirectoryIndex, origin: string): string {
	const municipalities = entries.map(({ municipality }) => ({
		path: `/besturen/${municipality.slug}`,
		fromDirectory: true
	}));
	const desks = directory.desks.map(({ slug }) => ({ path: `/loketten/${slug}`, fromDirectory: true }));
	const urls = [...PAGES, ...municipalities, ...desks].flatMap(({ path, fromDirectory }) => {
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
