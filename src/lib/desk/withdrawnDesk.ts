/** What somebody reads who comes for a desk that is no longer on the site: a poster of it may hang somewhere. */
import type { Locale, VolunteerDesk } from '$lib/domain/directory/directory';
import type { DirectoryIndex, MunicipalityEntry } from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { placeNameOf } from '$lib/domain/directory/placeName';
import { nearestOf } from '$lib/domain/desk/nearestDesks';
import { withDe } from '$lib/domain/text/french';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';

const NEAREST = 3;

/** @param entry where the desk was: its other desks are told, or else the nearest ones elsewhere */
export function withdrawnDesk(
	index: DirectoryIndex,
	{ municipality, desks }: MunicipalityEntry,
	locale: Locale
): App.Error {
	const name = municipalityName(municipality, locale);
	const link = (desk: VolunteerDesk) => ({
		href: localPath(`/loketten/${desk.slug}`, locale),
		name: m.desk_gone_one({ name: desk.name, place: placeNameOf(index, desk, locale) }, { locale })
	});
	const nearest = () => nearestOf(index)({ ...municipality, limit: NEAREST }).map(({ desk }) => desk);
	return {
		message: m.desk_gone_text(withDe({ municipality: name }), { locale }),
		suggested:
			desks.length > 0
				? m.desk_gone_others({ municipality: name }, { locale })
				: m.desk_gone_nearest({}, { locale }),
		suggestions: (desks.length > 0 ? desks : nearest()).map(link)
	};
}
