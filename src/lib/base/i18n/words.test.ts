/** One word for each thing: what the messages of each language never say, and what they say instead. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('./messages/', import.meta.url);
const LANGUAGES = ['nl', 'fr', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** A sentence of the interface: of a message with forms there are several. */
interface Sentence {
	key: string;
	text: string;
}

const sentencesOf = (key: string, value: unknown): Sentence[] => {
	if (typeof value === 'string') return [{ key, text: value }];
	const forms = (value as [{ match: Record<string, string> }])[0].match;
	return Object.values(forms).map((text) => ({ key, text }));
};

const SENTENCES = Object.fromEntries(
	LANGUAGES.map((language) => {
		const folder = new URL(`${language}/`, FOLDER);
		return [
			language,
			readdirSync(folder).flatMap((file) =>
				Object.entries(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>)
					.filter(([key]) => key !== '$schema')
					.flatMap(([key, value]) => sentencesOf(key, value))
			)
		];
	})
) as Record<Language, Sentence[]>;

/** What is never said, and what is said instead. */
const INSTEAD: Record<Language, Record<string, RegExp>> = {
	nl: {
		gecontroleerd: /nagekeken|niet bevestigd sinds|nog nooit bevestigd/iu,
		'je kan': /\b(kunt|je zult|zult je|wilt)\b/iu,
		hou: /\bhoud\b/iu,
		Zoek: /^Zoeken$/u,
		'in rechte lijn': /vogelvlucht/iu,
		'Bel of mail eerst.': /\b(bel|mail) (even|eerst even)\b(?! voor je komt)/iu,
		'Dit klopt nog niet': /kijk (dit|het)? ?nog (even|eens) na/iu,
		'Lokaal Vrijwilligen helpt wie vrijwilliger is': /werk (maken )?van vrijwilligers/iu,
		'niet juist': /bij benadering|is niet precies/iu,
		nergens: /nergens heen/iu,
		databank: /\bdatabase\b/iu,
		'pagina’s': /bladzijde/iu,
		'deze site': /\bgids\b/iu,
		'Nog geen': /geen enkele \w+ doet al/iu
	},
	fr: {
		'guichet du volontariat, volontaire': /bénévol/iu,
		vérifié: /non confirmé depuis|guichets?[^.]* confirmé/iu,
		'administration locale': /pouvoirs? loca/iu,
		'emplacement sur la carte': /(endroit|place( exacte)?) sur la carte/iu,
		repère: /point approximatif/iu,
		vous: /(^|[\s’'(])(tu|toi|ton|tes)(?=[\s,.?!])/iu,
		'en savoir plus sur': /en savoir plus :/iu,
		exploitant: /le gestionnaire est/iu,
		'a sentence with a verb': /(arrive chez|site web|retour|affiche) : \{/iu
	},
	en: {
		'social welfare centre (OCMW)': /public (social )?welfare|OCMW \(|OCMWs|centres? for social welfare/iu,
		'Run by': /\ba desk of \{/iu,
		checked: /not confirmed since|desks?[^.]* confirmed/iu,
		email: /\be-mail|\b(a|this|get) mail\b(?! server)/iu,
		support: /\bworks? on volunteering/iu,
		'in a straight line': /as the crow flies/iu,
		'job title': /\byour function\b|, function\b/iu,
		log: /audit trail/iu
	}
};

describe.each(LANGUAGES)('the messages in %s', (language) => {
	it.each(Object.entries(INSTEAD[language]))('say “%s”', (_instead, never) => {
		expect(SENTENCES[language].filter(({ text }) => never.test(text))).toEqual([]);
	});

	it('have no straight apostrophe or quotation mark, no double space, and no space at an end', () => {
		// Quotation marks of a file are quoted as they are typed.
		const odd = SENTENCES[language].filter(
			({ key, text }) => /'|"(?!\))|\s{2}|^\s|\s$/u.test(text) && !key.startsWith('import_')
		);
		expect(odd).toEqual([]);
	});

	it('end no line between a number and its unit, or within a number', () => {
		const NUMBER = String.raw`(?:\d|\{(?:km|area|distance|time|hours)\})`;
		const breaks = new RegExp(String.raw`${NUMBER} (?:km²?|MB|Mo|%|uur|heures?|hours?)(?!\p{L})|\d \d`, 'u');
		expect(SENTENCES[language].filter(({ text }) => breaks.test(text))).toEqual([]);
	});
});

it('says what OCMW is wherever an English reader may meet it first', () => {
	const PUBLIC = /^(directory|finder|desk|map|embed|pages_about|contact)_/u;
	const bare = SENTENCES.en.filter(
		({ key, text }) => PUBLIC.test(key) && text.includes('OCMW') && !text.includes('(OCMW)')
	);
	expect(bare).toEqual([]);
});

describe('French', () => {
	it('says “de” before a name by the form that knows of “d’”', () => {
		// A number, a date, a day of the week and the name of the site keep their “de”.
		const KEPT =
			/\bde \{(min|max|limit|over|count|shown|total|distance|points|most|minutes|days|hours|date|year|page|pageCount|own|day|site|a)\}/giu;
		const wrong = SENTENCES.fr.filter(({ text }) => /(^|[\s(])d(e |’)\{(?!#)/iu.test(text.replace(KEPT, '')));
		expect(wrong).toEqual([]);
	});

	it('has a space before what is written high, and none before what is written low', () => {
		const text = (sentence: string): string =>
			sentence
				.replace(/\{[^}]*\}/gu, 'x')
				.replace(/https?:\S+|\d:\d\d/gu, '')
				.replace(/locationApproximate: true/u, '');
		expect(SENTENCES.fr.filter((one) => /[^\s(«][?!;:]/u.test(text(one.text)))).toEqual([]);
		expect(SENTENCES.fr.filter((one) => / [,.](?!\.|\w)/u.test(text(one.text)))).toEqual([]);
	});
});
