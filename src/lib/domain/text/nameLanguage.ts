/**
 * The language of a name: of a desk, a street, a body, a place; and of what its owner wrote about it. They are kept as they
 * were written, and in Flanders that is in Dutch; in Brussels it may be in French.
 */

/** Words that end as Dutch names of streets do, what Dutch bodies and desks are called, and words between words. */
const DUTCH =
	/(straat|laan|plein|weg|steenweg|dreef|kaai|lei|markt|baan|dorp|hof|pad|park|berg|veld|loket|huis|punt)(?!\p{L})|(?:^|[^\p{L}])(gemeente|stad|ocmw|vrijwillig\p{L}*|sociaal|lokaal|dienst\p{L}*|het|een|voor|van|der|den|bij|met|naar|wij|je|en|op)(?!\p{L})/giu;
/** Words that Dutch does not have. */
const FRENCH =
	/(?:^|[^\p{L}])(rue|avenue|boulevard|chauss[ée]e|place|quai|impasse|all[ée]e|dr[èe]ve|sentier|cit[ée]|parvis|clos|commune|ville|cpas|guichet|volontari?at|volontaires?|b[ée]n[ée]vol(?:at|es?)|maison|service|centre|point|espace|du|des|de la|et|aux?|la|une|nous|vous|pour|avec|est|sont)(?!\p{L})|(?:^|[^\p{L}])[dlnsc]['’](?=\p{L})/giu;
/** Places of Brussels by their French names. */
const FRENCH_PLACE =
	/(?:^|[^\p{L}])(bruxelles|ixelles|uccle|schaerbeek|forest|auderghem|laeken|haeren|watermael|boitsfort|saint|sainte)(?!\p{L})/giu;

/** @param text in one language */
export function nameLanguage(text: string): 'nl' | 'fr' {
	const count = (words: RegExp) => text.match(words)?.length ?? 0;
	return count(FRENCH) + count(FRENCH_PLACE) > count(DUTCH) ? 'fr' : 'nl';
}

/** The parts of a name that stands there in two languages, such as "Rue Haute / Hoogstraat"; joined they are that name. */
export const namesIn = (name: string): string[] => name.split(/( (?:[/|]|-) )/);
