import { provinceLabel } from '$lib/base/i18n/labels';
import { formatList } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Locale } from '$lib/domain/directory/directory';
import type { Embed } from './embedQuery';
import type { EmbedView } from './embedView';

/** What a page for another site is called: its title, its heading, and the label of the frame around it. */
export function embedTitle(
	embed: Embed,
	{ place, provinces }: Pick<EmbedView, 'place' | 'provinces'>,
	locale?: Locale
): string {
	const to = locale ? { locale } : {};
	const names = place ? place.name : formatList(provinces.map((slug) => provinceLabel(slug, locale)));
	if (embed === 'kaart') return names ? m.embed_title_map_of({ names }, to) : m.embed_title_map({}, to);
	if (place) return m.embed_title_desks_in({ name: place.name }, to);
	return names ? m.embed_title_desks_of({ names }, to) : m.embed_title_desks({}, to);
}
