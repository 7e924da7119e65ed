/**
 * The words with which people write opening hours, a language at a time: each as a pattern for text in small letters without
 * accents. Of what fits at a place the longest is taken.
 */

import { AFTERNOON, EVENING, MIDDAY, MORNING, type PartOfDay } from './partOfDay.ts';

export type Meaning =
	/** `part`: of the day, as in "dinsdagvoormiddag". */
	| { kind: 'days'; days: readonly number[]; part?: PartOfDay }
	| { kind: 'partOfDay'; part: PartOfDay }
	| { kind: 'holidays' }
	| { kind: 'month'; month: number }
	| { kind: 'nth'; n: number }
	| { kind: 'weeks'; isEven: boolean }
	| { kind: 'always' }
	| {
			kind:
				| 'ofMonth'
				| 'range'
				| 'and'
				| 'or'
				| 'also'
				| 'separator'
				| 'closed'
				| 'except'
				| 'appointment'
				| 'withoutAppointment'
				| 'between'
				| 'contact'
				| 'from'
				| 'noon'
				| 'noise';
	  };

export type Lexicon = readonly (readonly [source: string, meaning: Meaning])[];
export type Tongue = 'nl' | 'fr' | 'fr-mars' | 'en';

const WORKING_DAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

const days = (list: string): Lexicon =>
	list.split(' ').map((source, day) => [source, { kind: 'days', days: [day] }] as const);
const months = (list: string): Lexicon =>
	list.split(' ').map((source, month) => [source, { kind: 'month', month }] as const);
const ordinals = (list: string): Lexicon =>
	list.split(' ').map((source, i) => [source, { kind: 'nth', n: i === 5 ? -1 : i + 1 }] as const);
const simple = (
	kind: Exclude<Meaning['kind'], 'days' | 'month' | 'nth' | 'weeks' | 'partOfDay'>,
	...sources: string[]
): Lexicon => sources.map((source) => [source, { kind }] as const);
const partOfDay = (part: PartOfDay, ...sources: string[]): Lexicon =>
	sources.map((source) => [source, { kind: 'partOfDay', part }] as const);

/** Whatever the language; what is written in the syntax is too. */
const SIGNS: Lexicon = [
	...simple('range', '[-–—~‑−]+'),
	...simple('and', ',', '&', '\\+', '/'),
	...simple('separator', '[;|\\n]', '\\.(?=\\s|$)', '•'),
	...simple('noise', ':', '[()]', '\\.'),
	...simple('always', '24/7', '7/7 24/24'),
	['7\\s?/\\s?7', { kind: 'days', days: EVERY_DAY }]
];

const DUTCH_PARTS = [
	['(?:voormiddag|ochtend)', MORNING],
	['middag', MIDDAY],
	['namiddag', AFTERNOON],
	['avond', EVENING]
] as const;
const DUTCH_DAYS = 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag';

const DUTCH: Lexicon = [
	...DUTCH_DAYS.split(' ').flatMap((name, day) =>
		DUTCH_PARTS.map(([source, part]) => [`${name}${source}s?`, { kind: 'days', days: [day], part }] as const)
	),
	...days(
		'(?:maandag(?:en|s)?|maand?|ma) (?:dinsdag(?:en|s)?|dins?|di) (?:woensdag(?:en|s)?|woens|woe|wo) (?:donderdag(?:en|s)?|dond|don|do) (?:vrijdag(?:en|s)?|vrij|vr) (?:zaterdag(?:en|s)?|zat|za) (?:zondag(?:en|s)?|zon|zo)'
	),
	...months(
		'jan(?:uari)? feb(?:ruari)? (?:maart|mrt) apr(?:il)? mei juni? juli? aug(?:ustus)? sept?(?:ember)? okt(?:ober)? nov(?:ember)? dec(?:ember)?'
	),
	...ordinals(
		'(?:eerste|1e|1ste) (?:tweede|2e|2de) (?:derde|3e|3de) (?:vierde|4e|4de) (?:vijfde|5e|5de) laatste'
	),
	['(?:werkdag(?:en)?|weekdag(?:en)?|in de week|door de week)', { kind: 'days', days: WORKING_DAYS }],
	['weekends?', { kind: 'days', days: WEEKEND }],
	['(?:(?:elke|iedere) dag|alle dagen|dagelijks|7 dagen op 7)', { kind: 'days', days: EVERY_DAY }],
	['(?:in )?(?:de )?(?:even|pare) weken', { kind: 'weeks', isEven: true }],
	['(?:in )?(?:de )?(?:oneven|onpare) weken', { kind: 'weeks', isEven: false }],
	...simple('holidays', '(?:(?:wettelijke|officiele) )?feestdag(?:en)?'),
	...simple('ofMonth', '(?:van|v/d|in) (?:de|elke|iedere) maand'),
	...simple('range', 'tot (?:en|&) met', 't\\.?\\s?e\\.?\\s?m\\.?', 't\\.?/m\\.?', 'tot(?: aan)?'),
	...simple('and', 'en(?: van)?', 'alsook'),
	...simple('or', 'of'),
	...simple('also', 'ook', 'bijkomend'),
	...simple('closed', 'gesloten', 'dicht', 'toe'),
	...simple('except', 'behalve', 'uitgezonderd', 'met uitzondering van', 'niet(?= op)'),
	...simple(
		'withoutAppointment',
		'(?:met of )?zonder (?:voorafgaande )?afspraak',
		'vrije inloop',
		'vrije toegang'
	),
	...simple(
		'appointment',
		'(?:(?:enkel|alleen|uitsluitend|steeds|altijd|ook) )?(?:op|na|mits|volgens) (?:telefonische |voorafgaande )?afspraak'
	),
	...simple('between', 'tussen'),
	...simple('from', 'vanaf'),
	...simple('always', 'dag en nacht', 'altijd open', '24 (?:uur )?op 24', '24 ?u(?:ur)?/24'),
	...simple(
		'noise',
		'(?:van|om|op|de|het|in|tijdens|telkens|elke|iedere|alle|uur|uren|u|open|geopend|openingsuren|permanentie|zitdag|zijn|is|we|wij)',
		'doorlopend'
	),
	...DUTCH_PARTS.flatMap(([source, part]) => partOfDay(part, `(?:'s |in de )?${source}s?`)),
	...partOfDay(MORNING, "(?:'s |in de )?morgens?", 'vm'),
	...partOfDay(AFTERNOON, 'nm'),
	...simple('contact', '(?:via|bel|tel|telefoneer|mail|telefonisch|maak)')
];

const FRENCH_DAYS =
	'(?:lundis?|lun|lu) (?:mardis?|mar|ma) (?:mercredis?|mer|me) (?:jeudis?|jeu|je) (?:vendredis?|ven|ve) (?:samedis?|sam|sa) (?:dimanches?|dim|di)';
const FRENCH_MONTHS =
	'jan(?:v(?:ier)?)? fev(?:r(?:ier)?)? mars avr(?:il)? mai juin (?:juillet|juil) aout sept?(?:embre)? oct(?:obre)? nov(?:embre)? dec(?:embre)?';

const FRENCH: Lexicon = [
	...ordinals(
		'(?:premiers?|1ers?) (?:deuxiemes?|seconds?|2e|2eme) (?:troisiemes?|3e|3eme) (?:quatriemes?|4e|4eme) (?:cinquiemes?|5e|5eme) derniers?'
	),
	[
		'(?:(?:(?:tous )?les |chaque )?jours? (?:ouvrables?|de (?:la )?semaine)|en semaine)',
		{ kind: 'days', days: WORKING_DAYS }
	],
	['week-?ends?', { kind: 'days', days: WEEKEND }],
	['(?:tous les jours|chaque jour|7 ?j(?:ours)?(?: sur |/)7)', { kind: 'days', days: EVERY_DAY }],
	['(?:les )?semaines paires', { kind: 'weeks', isEven: true }],
	['(?:les )?semaines impaires', { kind: 'weeks', isEven: false }],
	...simple('holidays', 'jours? feries?'),
	...simple('ofMonth', '(?:du|de chaque) mois'),
	...simple('range', 'jusqu.?(?:a|au)', 'au', 'a'),
	...simple('and', 'et(?: de| du)?', 'ainsi que'),
	...simple('or', 'ou'),
	...simple('also', 'aussi', 'egalement'),
	...simple('closed', 'fermee?s?', 'fermeture'),
	...simple('except', 'sauf', 'excepte', 'hors'),
	...simple('withoutAppointment', '(?:avec ou )?sans (?:rendez[- ]?vous|rdv)', 'acces libre'),
	...simple(
		'appointment',
		'(?:(?:uniquement|seulement|exclusivement|aussi) )?(?:sur|avec) (?:rendez[- ]?vous|rdv|r\\.d\\.v\\.)'
	),
	...simple('between', 'entre'),
	...simple('from', 'a partir de', 'des(?= \\d)'),
	...simple('noon', 'midi'),
	...partOfDay(MORNING, '(?:le )?matins?'),
	...partOfDay(AFTERNOON, "(?:l')?apres[- ]midis?"),
	...partOfDay(EVENING, '(?:le )?soirs?'),
	...simple('contact', '(?:via|par|tel|telephonez|appelez|au(?= \\d{3}))'),
	...simple('always', 'jour et nuit', '24 ?h(?:/| sur )24'),
	...simple(
		'noise',
		"(?:de|du|des|d'|le|les|la|l'|en|chaque|heures?|h|ouverte?s?|ouverture|horaires?|permanence)"
	)
];

const ENGLISH: Lexicon = [
	...days(
		'(?:mondays?|mon|mo) (?:tuesdays?|tues?|tu) (?:wednesdays?|wed|we) (?:thursdays?|thurs?|thu|th) (?:fridays?|fri|fr) (?:saturdays?|sat|sa) (?:sundays?|sun|su)'
	),
	...months(
		'jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?'
	),
	...ordinals('(?:first|1st) (?:second|2nd) (?:third|3rd) (?:fourth|4th) (?:fifth|5th) last'),
	['(?:weekdays?|working days?|(?:every|each) (?:week|working )day)', { kind: 'days', days: WORKING_DAYS }],
	['weekends?', { kind: 'days', days: WEEKEND }],
	['(?:daily|(?:every|each) day|7 days a week)', { kind: 'days', days: EVERY_DAY }],
	['(?:in )?even weeks', { kind: 'weeks', isEven: true }],
	['(?:in )?odd weeks', { kind: 'weeks', isEven: false }],
	...simple('holidays', '(?:public|bank) holidays?'),
	...simple('ofMonth', '(?:of|in) (?:the|each|every) month'),
	...simple('range', 'to', 'till', 'until', 'through', 'thru'),
	...simple('and', 'and(?: from)?'),
	...simple('or', 'or'),
	...simple('also', 'also'),
	...simple('closed', 'closed'),
	...simple('except', 'except(?: on)?', 'excluding', 'not(?= on)'),
	...simple(
		'withoutAppointment',
		'(?:with or )?without (?:an )?appointment',
		'walk-?ins?',
		'no appointment needed'
	),
	...simple('appointment', '(?:(?:only|also) )?(?:by|on|upon) appointment(?: only)?', 'appointment only'),
	...simple('between', 'between'),
	...simple('from', 'as of'),
	...simple('noon', 'noon', 'midday'),
	...partOfDay(MORNING, '(?:in the )?mornings?'),
	...partOfDay(AFTERNOON, '(?:in the )?afternoons?'),
	...partOfDay(EVENING, '(?:in the )?evenings?'),
	...simple('contact', '(?:via|call|phone|tel)'),
	...simple('always', 'day and night', 'always open', '24 hours'),
	...simple('noise', '(?:from|at|on|the|in|of|open|opening hours?|hours?|hrs?|o.clock|every|each)')
];

/** "Mar" is Tuesday or March in French: the one reading of it and the other. */
export const LEXICONS: Readonly<Record<Tongue, Lexicon>> = {
	nl: [...SIGNS, ...DUTCH],
	fr: [...SIGNS, ...days(FRENCH_DAYS), ...months(FRENCH_MONTHS), ...FRENCH],
	'fr-mars': [
		...SIGNS,
		...days(FRENCH_DAYS.replace('|mar|', '|')),
		...months(FRENCH_MONTHS.replace('mars', 'mars?')),
		...FRENCH
	],
	en: [...SIGNS, ...ENGLISH]
};
