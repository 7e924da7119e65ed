/** Two versions of a desk or a page, as a person reads where they differ. Heavy: it knows opening hours; for the server. */
import { distance } from '@turf/distance';
import { wheelchairLabel } from '$lib/directory/labels';
import { WHEELCHAIR_ACCESS } from '$lib/domain/directory';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { readablePhoneNumber } from '$lib/domain/phoneNumber';
import { formatNumber, languageNames } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { DeskContent, Part, Parts } from './content';
import { differingParts } from './merge';

export interface DifferenceRow {
	part: Part;
	/** Lines of text; none for what is empty. */
	before: string[];
	after: string[];
	/** How far the pin moved, in words. */
	moved: string | null;
}

/** Of a desk or of a government's page, which has some of these. */
type Content = Partial<DeskContent>;

/** The parts in which `after` differs, in the order of the form. @param before null for something new */
export function differenceOf<Version extends object>(
	parts: Parts<Version>,
	before: Version | null,
	after: Version
): DifferenceRow[] {
	const nothing = {} as Version;
	return differingParts(parts, before ?? nothing, after).map((part) => ({
		part,
		before: before ? wordsOf(part, before) : [],
		after: wordsOf(part, after),
		moved: part === 'pin' && before ? distanceBetween(before, after) : null
	}));
}

/** What a part says, as lines of text; none when it is empty. */
export function wordsOf(part: Part, content: Content): string[] {
	switch (part) {
		case 'name':
			return lines(content.name);
		case 'address':
			return lines(content.street, [content.postcode, content.place].filter(Boolean).join(' '));
		case 'pin':
			return pinWords(content);
		case 'phone':
			return lines(content.phone && readablePhoneNumber(content.phone));
		case 'email':
			return lines(content.email);
		case 'website':
			return lines(content.website);
		case 'hours':
			return content.opening_hours
				? (openingHoursLines(content.opening_hours, getLocale()) ?? [content.opening_hours])
				: [];
		case 'languages':
			return content.languages?.length ? [languageNames(content.languages)] : [];
		case 'wheelchair': {
			const access = WHEELCHAIR_ACCESS.find((one) => one === content.wheelchair);
			return access ? [wheelchairLabel(access)] : [];
		}
		case 'description':
			return content.description ? content.description.split('\n') : [];
	}
}

const lines = (...texts: (string | null | undefined)[]): string[] =>
	texts.filter((text) => !!text) as string[];

function pinWords(content: Content): string[] {
	const point = pointOf(content);
	if (!point) return [];
	const [lon, lat] = point;
	const degrees = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 5 });
	return [
		m.upkeep_pin_at({ lat: degrees.format(lat), lon: degrees.format(lon) }),
		...(content.location_approximate ? [m.upkeep_pin_approximate()] : [])
	];
}

function distanceBetween(one: Content, other: Content): string | null {
	const [from, to] = [pointOf(one), pointOf(other)];
	const metres = from && to ? Math.round(distance(from, to, { units: 'meters' })) : 0;
	if (metres === 0) return null;
	return metres < 1_000
		? m.upkeep_pin_moved_metres({ distance: formatNumber(metres) })
		: m.upkeep_pin_moved_kilometres({ distance: formatNumber(Math.round(metres / 100) / 10) });
}

const pointOf = ({ lon, lat }: Content): [number, number] | null =>
	typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
