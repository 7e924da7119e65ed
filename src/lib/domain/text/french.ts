/** Names in French sentences. Dutch and English have no words that change before a name. */

/** Begins with a sound that *de* loses its *e* before, after a quotation mark or not. */
const VOWEL = /^["'«“‘(\s]*[aeiouâàáäåæéèêëíîïóôöœúùûüAEIOUÂÀÁÄÅÆÉÈÊËÍÎÏÓÔÖŒÚÙÛÜ]/u;
/** Ypres, Yvonne; not Yasmine or Youssef, which begin as in *yaourt*. */
const VOWEL_Y = /^["'«“‘(\s]*[yY](?![aeiouéèê])/u;
/**
 * French words and names whose *h* is mute. Any other begins as a consonant does: those of places here are Germanic
 * (*de Hasselt*), and with a name that we do not know *de* is never wrong.
 */
const MUTE_H =
	/^["'«“‘(\s]*(h[ée]l[èe]ne|h[ée]lo[ïi]se|henri|henriette|hercule|herv[ée]|hippolyte|honor|horace|hortense|hubert|hugues|humbert|hyacinthe|h[ée]rm|habit|h[ôo]pita|h[ôo]tel|hospi[ct]|homme|heure|histoire|horizon|humain|humanit|harmoni)/iu;
/** Numbers and words that keep a vowel apart: *de onze*, *de oui*. */
const ASPIRATED = /^["'«“‘(\s]*(onze|oui|ouistiti|uhlan)(?![\p{L}-])/iu;

/** An article in a sentence, which *de* goes into; in a name it has a capital (*de Le Coq*). */
const ARTICLE = /^(le|les) (?=\S)/u;

/** "d’Anvers", "de Gand", "du CPAS de Gand". @param name of a place, a government, a desk or a person */
export function deFrench(name: string): string {
	if (ARTICLE.test(name))
		return name.replace(ARTICLE, (_, article: string) => (article === 'le' ? 'du ' : 'des '));
	const elides = (VOWEL.test(name) && !ASPIRATED.test(name)) || VOWEL_Y.test(name) || MUTE_H.test(name);
	return elides ? `d’${name}` : `de ${name}`;
}

type WithDe<Inputs extends object> = Inputs & {
	[Key in keyof Inputs & string as Inputs[Key] extends string ? `de_${Key}` : never]: string;
};

/**
 * What a message is given that names somebody or something: `{ name }` becomes `{ name, de_name }`, of which French
 * sentences use the second where they say *de*. What is no text is left as it is.
 */
export function withDe<Inputs extends object>(inputs: Inputs): WithDe<Inputs> {
	const added = Object.entries(inputs).flatMap(([key, value]) =>
		typeof value === 'string' ? [[`de_${key}`, deFrench(value)]] : []
	);
	return { ...inputs, ...Object.fromEntries(added) } as WithDe<Inputs>;
}
