/** The answer for whoever types a place on a page that is about something else: where to go, and the way to the finder. */
import { findDesks } from '$lib/domain/desk/deskFinder';
import { deskQuery } from '$lib/domain/desk/deskQuery';
import type { Locale } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { finderView, type DeskItem, type FinderView } from './finderView';

export interface PlaceAnswer extends Pick<
	FinderView,
	'asked' | 'choices' | 'isHome' | 'outside' | 'region' | 'placeless' | 'contacts' | 'now'
> {
	/** Those of the municipality itself, or the nearest; none where nothing is known of the place. */
	desks: DeskItem[];
	isOwn: boolean;
}

const MAX_DESKS = 2;

/**
 * @param text what was typed
 * @param readPhone turns an E.164 number into one that people dial
 */
export function placeAnswer(
	index: DirectoryIndex,
	text: string,
	now: Date,
	locale: Locale,
	readPhone: (e164: string) => string
): PlaceAnswer {
	const found = findDesks(index, { ...deskQuery.empty, q: text }, now, { locale });
	const view = finderView(found, now, locale, readPhone);
	const own = [...view.own, ...view.ownFar];
	return {
		asked: view.asked,
		choices: view.choices,
		isHome: view.isHome,
		outside: view.outside,
		region: view.region,
		placeless: view.placeless,
		contacts: view.contacts,
		now: view.now,
		desks: (own.length > 0 ? own : [...view.others, ...view.far]).slice(0, MAX_DESKS),
		isOwn: own.length > 0
	};
}
