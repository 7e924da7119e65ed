/** Who helps volunteers where this site knows no desks. One organisation a country, which leads on to those nearby. */
import type { OutsideCountry } from '$lib/domain/place/gazetteer';

export const OUTSIDE_HELP: Readonly<Record<OutsideCountry, { name: string; website: string }>> = {
	BE: { name: 'Plate-forme francophone du Volontariat', website: 'https://www.levolontariat.be' },
	NL: { name: 'Nederlandse Organisaties Vrijwilligerswerk', website: 'https://www.nov.nl' },
	FR: { name: 'France Bénévolat', website: 'https://www.francebenevolat.org' },
	LU: { name: 'Agence du Bénévolat', website: 'https://benevolat.lu' },
	DE: { name: 'Bundesarbeitsgemeinschaft der Freiwilligenagenturen', website: 'https://bagfa.de' }
};
