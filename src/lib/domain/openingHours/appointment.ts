/** "Op afspraak" as people write it beside hours, in the three languages. */

const APPOINTMENT = '(?:afspraak|afspraken|rendez[- ]?vous|rdv|appointments?)';
const BY = 'op|na|met|enkel|alleen|sur|avec|by|on|with|upon';
const WITHOUT = 'zonder|sans|without';
const NOT = "geen|niet|nooit|aucune?|pas|jamais|no|not|never|n['’]";
/** Some words may stand between, such as "geen voorafgaande afspraak" and "pas besoin de rendez-vous". */
const BETWEEN = `(?:\\s+(?!(?:${BY})\\b)[\\p{L}'’]+){0,3}\\s+(?:d['’])?`;
const pattern = (source: string) => new RegExp(source, 'iu');

const NAMED = pattern(`(?<!\\p{L})${APPOINTMENT}(?!\\p{L})`);
/** "Niet zonder afspraak". */
const NOT_WITHOUT = pattern(`(?<!\\p{L})(?:${NOT})(?:\\s+[\\p{L}]+){0,2}\\s+(?:${WITHOUT})(?!\\p{L})`);
/** "Zonder afspraak", "met of zonder afspraak". */
const SAYS_WITHOUT = pattern(`(?<!\\p{L})(?:${WITHOUT})${BETWEEN}${APPOINTMENT}`);
/** "Geen afspraak nodig", "niet enkel op afspraak". */
const SAYS_NO = pattern(
	`(?<!\\p{L})(?:${NOT})(?:${BETWEEN}|\\s+(?:(?:enkel|alleen|uitsluitend|only|uniquement|seulement)\\s+)?(?:op|na|sur|by|on)\\s+)${APPOINTMENT}`
);
/** "Een afspraak is niet nodig", "appointment not required". */
const NOT_NEEDED = pattern(
	`${APPOINTMENT}(?:\\s+(?:is|maken|hoeft|hoef|moet|n['’]est|not|niet|pas)){0,3}\\s+(?:hoeft|overbodig|(?:niet|pas|not)(?:\\s+(?:meer|strikt))?(?:\\s+(?:nodig|verplicht|vereist|noodzakelijk|n[ée]cessaire|obligatoire|requise?|needed|required|necessary))|hoeft\\s+niet)(?!\\p{L})`
);
const HOEFT_NIET = pattern(`${APPOINTMENT}\\s+(?:maken\\s+)?hoeft\\s+niet`);
/** "Vrije inloop of op afspraak": coming without is as good. */
const WALK_IN = pattern(
	`(?<!(?:${NOT})\\s)(?<!(?:${NOT})\\s(?:vrije|vrij|free|accès)\\s)(?<!\\p{L})(?:inloop|inlopen|libre|walk[- ]?ins?|drop[- ]?in)(?!\\p{L})[^]*(?<!\\p{L})(?:of|en|ou|et|or|and|evt|eventueel)(?!\\p{L})[^]*${APPOINTMENT}`
);
/** "Of op afspraak", beside hours: that too. */
const AS_WELL = pattern(`^\\s*(?:of|ook|ou|aussi|or|also)\\s.*${APPOINTMENT}`);
const OR_WALK_IN = pattern(
	`${APPOINTMENT}\\s+(?:of|ou|or)\\s+(?:via\\s+|en\\s+)?(?:vrije?\\s+|accès\\s+)?(?:inloop|libre|walk[- ]?in)`
);

/** What the editor writes. */
export const ON_APPOINTMENT = 'op afspraak';

/**
 * Each part of a sentence is judged by itself: "geen vrije inloop, enkel op afspraak" denies something else.
 * @param comment as it stands beside hours, without quotes
 */
export function isOnAppointment(comment: string): boolean {
	const verdicts = comment
		.split(/[,;.:!()\n]|\s[–-]\s|(?<!\p{L})(?:maar|mais|but|tenzij|sauf)(?!\p{L})/iu)
		.filter((part) => NAMED.test(part))
		.map(isNeeded);
	return verdicts.length > 0 && verdicts.every(Boolean);
}

const isNeeded = (part: string): boolean =>
	NOT_WITHOUT.test(part) ||
	![SAYS_WITHOUT, SAYS_NO, NOT_NEEDED, HOEFT_NIET, WALK_IN, OR_WALK_IN, AS_WELL].some((denial) =>
		denial.test(part)
	);

/** True when the comment says this and nothing else, so that it may be put in other words. */
export const isOnlyOnAppointment = (comment: string): boolean =>
	/^(?:(?:enkel|alleen|uitsluitend) )?(?:op|na) afspraak$|^(?:uniquement |seulement )?sur (?:rendez[- ]vous|rdv)$|^(?:only )?(?:by|on) appointment(?: only)?$/i.test(
		comment.trim()
	);
