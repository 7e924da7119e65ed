import { localPath } from '$lib/base/i18n/localPath';

/**
 * An address of /mijn-bestuur that stays with the government at hand.
 * @param path from there, such as "/loketten/nieuw"; with a query if any
 * @param slug of the government that an administrator chose; null for one's own
 */
export function upkeepHref(path: string, slug: string | null): string {
	const joint = path.includes('?') ? '&' : '?';
	return localPath(
		`/mijn-bestuur${path}${slug === null ? '' : `${joint}bestuur=${encodeURIComponent(slug)}`}`
	);
}
