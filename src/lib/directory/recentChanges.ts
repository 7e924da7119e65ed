/** What changed last of what everybody may know: desks, and who takes part. Never by whom. */
import type { Locale } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { bodyLabel } from '$lib/domain/government/bodyName';
import { municipalityName } from '$lib/domain/directory/municipalityName';

export interface RecentChange {
	/** Of what it is about; the same in every language. */
	id: string;
	what: 'changed' | 'checked' | 'joined';
	/** Of a desk its own name; of a government that in the reader's language. */
	name: string;
	/** In the reader's language. */
	municipality: string;
	/** Path of the page that tells of it, without language. */
	path: string;
	/** ISO instant; of a government that joined the day, at midnight. */
	at: string;
}

/** So many of each, so that a file of desks that was read in does not hide who joined. */
const SHOWN = 15;

/** Of each desk and government the last that happened, the newest first. @param limit how many desks, and how many governments */
export function recentChanges(index: DirectoryIndex, locale: Locale, limit = SHOWN): RecentChange[] {
	const homeOf = (nisCode: string) => index.byNisCode.get(nisCode)?.municipality;
	const desks = index.directory.desks.flatMap((desk): RecentChange[] => {
		const home = homeOf(index.governmentById.get(desk.localGovernmentId)?.nisCode ?? '');
		if (!home) return [];
		// To publish is to check: then the change says more.
		const isChecked = desk.verifiedAt !== null && desk.verifiedAt > desk.updatedAt;
		return [
			{
				id: desk.id,
				what: isChecked ? 'checked' : 'changed',
				name: desk.name,
				municipality: municipalityName(home, locale),
				path: `/loketten/${desk.slug}`,
				at: (isChecked ? desk.verifiedAt : null) ?? desk.updatedAt
			}
		];
	});
	const joined = index.directory.localGovernments.flatMap((government): RecentChange[] => {
		const home = homeOf(government.nisCode);
		if (!home || !government.participatingSince) return [];
		return [
			{
				id: government.id,
				what: 'joined',
				name: bodyLabel(government, home, locale),
				municipality: municipalityName(home, locale),
				path: `/besturen/${home.slug}`,
				at: `${government.participatingSince.slice(0, 10)}T00:00:00Z`
			}
		];
	});
	const latest = (changes: RecentChange[]): RecentChange[] => changes.toSorted(newestFirst).slice(0, limit);
	return [...latest(desks), ...latest(joined)].toSorted(newestFirst);
}

const newestFirst = (a: RecentChange, b: RecentChange): number =>
	Date.parse(b.at) - Date.parse(a.at) || a.path.localeCompare(b.path);
