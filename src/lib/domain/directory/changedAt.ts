/** When what is told on one page last changed: a moment of that page itself, for search engines and who keeps a copy. */
import type { LocalGovernment, VolunteerDesk } from './directory.ts';
import type { DirectoryIndex, MunicipalityEntry } from './directoryIndex.ts';

/** The last of these, which are ISO instants of one form and sort as text; '' when there is none. */
export const latestOf = (instants: readonly (string | null | undefined)[]): string =>
	instants.reduce<string>((last, instant) => (instant && instant > last ? instant : last), '');

const ofDesk = (
	{ updatedAt, verifiedAt, unconfirmedSince }: VolunteerDesk,
	owner?: LocalGovernment
): string => latestOf([updatedAt, verifiedAt, unconfirmedSince, owner?.updatedAt]);

/** ISO instant: of the desk, of what its owner confirmed or did not, and of that owner. */
export const deskChangedAt = ({ governmentById }: DirectoryIndex, desk: VolunteerDesk): string =>
	ofDesk(desk, governmentById.get(desk.localGovernmentId));

/** ISO instant: of its bodies and their desks. What a neighbour does counts as the neighbour's. */
export const municipalityChangedAt = ({ gemeente, ocmw, desks }: MunicipalityEntry): string =>
	latestOf([gemeente?.updatedAt, ocmw?.updatedAt, ...desks.map((desk) => ofDesk(desk))]);
