/** A name as it stands in a sentence; `lang` where it is in another language than that sentence. */
export interface NameSaid {
	name: string;
	lang: string | null | undefined;
}

interface Part {
	part: string;
	lang: string | null;
}

/**
 * A sentence in parts, each name in another language a part of its own: whatever a translation writes around a name, the name
 * itself stands in it as it was handed over. Joined, the parts are the sentence.
 */
export function namesMarked(text: string, names: readonly NameSaid[]): Part[] {
	const [said, ...others] = names;
	if (!said) return [{ part: text, lang: null }];
	const { name, lang } = said;
	if (!lang || name === '') return namesMarked(text, others);
	return text
		.split(name)
		.flatMap((between, i) => [
			...(i > 0 ? [{ part: name, lang }] : []),
			...(between === '' ? [] : namesMarked(between, others))
		]);
}
