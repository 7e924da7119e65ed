/** What the choices in the search for colleagues are called. */
import type { DirectionWord, PositionWord } from '$lib/domain/colleague/colleagueQuery';
import { m } from '$lib/base/i18n/paraglide/messages.js';

export const directionFilterLabel = (direction: DirectionWord): string =>
	({ aangeboden: m.colleagues_direction_offered, gezocht: m.colleagues_direction_sought })[direction]();

export const positionFilterLabel = (position: PositionWord): string =>
	({ medewerker: m.colleagues_position_staff, mandataris: m.colleagues_position_elected })[position]();
