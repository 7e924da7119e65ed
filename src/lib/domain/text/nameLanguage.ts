/**
 * The language of a name: of a desk, a street, a body, a place. They are kept as their owner writes them, and in Flanders
 * that is Dutch; in Brussels a name may be French.
 */

/** Words that end as Dutch names of streets do, and what Dutch bodies and desks are called. */
const DUTCH =
	/(straat|laan|plein|weg|steenweg|dreef|kaai|lei|markt|baan|dorp|hof|pad|park|berg|veld|loket|huis|punt)(?!\p{L})|(?:^|[^\p{L}])(gemeente|stad|ocmw|vrijwillig\p{L}*|sociaal|lokaal|dienst\p{L}*|het|een|voor|van|der|den|bij)(?!\p{L})/iu;
/** Words that Dutch names do not have. */
const FRENCH =
	/(?:^|[^\p{L}])(rue|avenue|boulevard|chauss[ée]e|place|quai|impasse|all[ée]e|dr[èe]ve|sentier|cit[ée]|parvis|clos|commune|ville|cpas|guichet|volontari?at|volontaires?|b[ée]n[ée]vol(?:at|es?)|maison|service|centre|point|espace|du|de la|et|aux?)(?!\p{L})|(?:^|[^\p{L}])[dl]['’](?=\p{L})/iu;
/** Places of Brussels by their French names. */
const FRENCH_PLACE =
	/(?:^|[^\p{L}])(bruxelles|ixelles|uccle|schaerbeek|forest|auderghem|laeken|haeren|watermael|boitsfort|saint|sainte)(?!\p{L})/iu;

/** @param text one name in one language */
export function nameLanguage(text: string): 'nl' | 'fr' {
	if (FRENCH_PLACE.test(text)) return 'fr';
	return FRENCH.test(text) && !DUTCH.test(text) ? 'fr' : 'nl';
}

/** The parts of a text that stands there in two languages, such as "Rue Haute / Hoogstraat"; joined they are that text. */
export const namesIn = (text: string): string[] => text.split(/( (?:[/|]|-) )/);
