/**
 * Who helps volunteers where this site knows no desks: of each country the umbrella of those who do. Each name and address was
 * last compared with what the organisation itself publishes on 2026-11-30.
 */
import type { OutsideCountry } from '$lib/domain/place/gazetteer';

export const OUTSIDE_HELP: Readonly<Record<OutsideCountry, { name: string; website: string }>> = {
	BE: { name: 'Plateforme francophone du Volontariat', website: 'https://www.levolontariat.be' },
	NL: { name: 'Vereniging Nederlandse Organisaties Vrijwilligerswerk', website: 'https://www.nov.nl' },
	FR: { name: 'France Bénévolat', website: 'https://www.francebenevolat.org' },
	LU: { name: 'Agence du Bénévolat', website: 'https://benevolat.lu' },
	DE: { name: 'Bundesarbeitsgemeinschaft der Freiwilligenagenturen', website: 'https://bagfa.de' }
};
