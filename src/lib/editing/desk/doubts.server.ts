/** What may be a mistake about a desk, and may be meant. */
import { addressLine } from '$lib/domain/place/addressLine';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { likelyDuplicateOf } from '$lib/domain/desk/likelyDuplicate';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { DeskContent } from '../content';
import type { Doubt } from '../outcome';
import { pinWarning } from '$lib/directory/municipalityAt.server';
import type { KeptDesk } from './desks.server';

/**
 * @param desk what the public reads now; null for a new desk
 * @param others of the same government
 */
export function doubtsAbout(
	index: DirectoryIndex,
	nisCode: string,
	content: DeskContent,
	desk: KeptDesk | null,
	others: readonly KeptDesk[]
): Doubt[] {
	return [
		...pinDoubt(index, nisCode, content),
		...(desk && isPinLeftBehind(desk.content, content) ? [{ kind: 'address-moved' as const }] : []),
		...(desk ? [] : duplicateOf(content, others))
	];
}

function pinDoubt(index: DirectoryIndex, nisCode: string, { lon, lat }: DeskContent): Doubt[] {
	const warning = lon !== null && lat !== null ? pinWarning({ lon, lat }, nisCode) : null;
	if (!warning) return [];
	const nameOf = (code: string): string => {
		const entry = index.byNisCode.get(code);
		return entry ? municipalityName(entry.municipality, getLocale()) : code;
	};
	return warning.kind === 'outside'
		? [{ kind: 'outside', own: nameOf(nisCode) }]
		: [{ kind: 'elsewhere', own: nameOf(nisCode), there: nameOf(warning.nisCode) }];
}

const isPinLeftBehind = (before: DeskContent, after: DeskContent): boolean =>
	addressLine(before) !== addressLine(after) && before.lon === after.lon && before.lat === after.lat;

function duplicateOf(content: DeskContent, others: readonly KeptDesk[]): Doubt[] {
	const found = likelyDuplicateOf(
		content,
		others.map((other) => ({ ...other.content, id: other.id }))
	);
	return found
		? [{ kind: 'duplicate', deskId: found.id, name: found.name, address: addressLine(found) }]
		: [];
}

/** The same for the same doubts: what was waved aside is not asked again. */
export const keyOf = (doubts: readonly Doubt[]): string =>
	doubts
		.map((doubt) => {
			if (doubt.kind === 'elsewhere') return `elsewhere ${doubt.there}`;
			return doubt.kind === 'duplicate' ? `duplicate ${doubt.deskId}` : doubt.kind;
		})
		.join('|');
