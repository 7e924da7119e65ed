/** Which desks the filters of the finder let through. A new filter is a name here, and what a desk has to be for it. */
import type { VolunteerDesk } from '../directory/directory.ts';
import { isOpenAt } from '../openingHours/moments.ts';
import type { DeskQuery } from './deskQuery.ts';

/** That do not follow the clock. */
const LASTING = ['rolstoel', 'taal'] as const;
export type Filters = Pick<DeskQuery, 'open' | (typeof LASTING)[number]>;

export type Hours = Pick<VolunteerDesk, 'openingHours'>;
/** What a desk is asked beside its hours. */
export type Facts = Pick<VolunteerDesk, 'wheelchair' | 'languages'>;

/** Whether a desk passes the filter that follows the clock. */
export const isOpen = ({ openingHours }: Hours, { open }: Pick<Filters, 'open'>, now: Date): boolean =>
	open.length === 0 || open.some((moment) => isOpenAt(openingHours, moment, now));

/** Whether a desk passes the filters that do not follow the clock. */
export function suits({ wheelchair, languages }: Facts, { rolstoel, taal }: Filters): boolean {
	if (rolstoel && wheelchair !== 'yes') return false;
	return taal.length === 0 || taal.some((tag) => languages.includes(tag));
}

/** The same for filters that let the same desks through, whatever the clock says. */
export const keyOf = (filters: Filters): string => JSON.stringify(LASTING.map((name) => filters[name]));
