import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { topicName, type Topic } from '$lib/domain/colleague/expertise';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { provinceLabel } from '$lib/base/i18n/labels';
import { areaAnswer, municipalityValue } from './area';
import type { Followed, ShownFollow } from './follow';
import { wholeProvinceLabel } from './labels';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';

/** What is followed, in the words of the page's language. */
export function shownFollow(
	index: DirectoryIndex,
	topics: readonly Topic[],
	followed: Followed
): Omit<ShownFollow, 'id'> {
	const topic = followed.topic === null ? null : topicName(topics, followed.topic, getLocale());
	const area = areaName(index, followed);
	const label =
		topic === null || area === null ? (topic ?? area ?? '') : m.expertise_follow_both({ topic, area });
	return { label, isThemeOnly: followed.topic !== null, query: followQuery(index, followed) };
}

function areaName(index: DirectoryIndex, { province, nisCode }: Followed): string | null {
	if (province !== null) return wholeProvinceLabel(province);
	// Also one that merged since: it is still called what it was called.
	const municipality = index.directory.municipalities.find((one) => one.nisCode === nisCode);
	return municipality ? municipalityName(municipality, getLocale()) : nisCode;
}

/** As the pages of colleagues and of what is followed have it in their address. */
export function followQuery(index: DirectoryIndex, followed: Followed): string {
	const params = new URLSearchParams();
	if (followed.topic !== null) params.set('thema', followed.topic);
	const [kind, slug] = areaAnswer(index, followed).split(':');
	if (kind && slug) params.set(kind, slug);
	return params.toString();
}

/** Municipalities to choose from, by province, as that language sorts. */
export function municipalityOptions(index: DirectoryIndex): {
	province: string;
	municipalities: { value: string; label: string }[];
}[] {
	const locale = getLocale();
	const byProvince = Map.groupBy(index.entries, ({ municipality }) => municipality.province);
	return [...byProvince]
		.map(([province, entries]) => ({
			province: provinceLabel(province),
			municipalities: entries
				.map(({ municipality }) => ({
					value: municipalityValue(municipality.slug),
					label: municipalityName(municipality, locale)
				}))
				.toSorted((a, b) => a.label.localeCompare(b.label, locale))
		}))
		.toSorted((a, b) => a.province.localeCompare(b.province, locale));
}
