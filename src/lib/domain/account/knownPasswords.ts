/**
 * The passwords of ten characters or more that are tried first in Dutch, French and English: from the yearly lists of what
 * leaked most, without the digits and marks at the end, which make nothing harder to guess. Shorter stems are here for
 * what is stuck to them: "azerty12345".
 */
const STEMS: ReadonlySet<string> = new Set([
	'wachtwoord',
	'welkom',
	'geheim',
	'hallo',
	'vrijwilliger',
	'vrijwilligers',
	'lokaalvrijwilligen',
	'gemeente',
	'vlaanderen',
	'belgie',
	'belgië',
	'brussel',
	'zomer',
	'winter',
	'lente',
	'herfst',
	'ikhouvanjou',
	'voetbal',
	'motdepasse',
	'motpasse',
	'bonjour',
	'bienvenue',
	'soleil',
	'doudou',
	'chouchou',
	'jetaime',
	'benevole',
	'bénévole',
	'belgique',
	'bruxelles',
	'password',
	'passw0rd',
	'p@ssword',
	'p@ssw0rd',
	'welcome',
	'letmein',
	'iloveyou',
	'sunshine',
	'princess',
	'football',
	'baseball',
	'superman',
	'dragon',
	'monkey',
	'secret',
	'changeme',
	'administrator',
	'admin',
	'volunteer',
	'abc',
	'abcd',
	'abcde',
	'abcdef',
	'abcdefghij',
	'abcdefghijkl',
	'azerty',
	'azertyuiop',
	'azertyuiopqsdfghjklm',
	'qsdfghjklm',
	'qwerty',
	'qwertyuiop',
	'asdfghjkl',
	'qwertz',
	'qwertzuiop',
	'aqwzsxedc',
	'1qaz2wsx3edc',
	'1q2w3e4r5t',
	'1q2w3e4r5t6y',
	'q1w2e3r4t5',
	'a1z2e3r4t5',
	'1a2z3e4r5t',
	'1a2b3c4d5e',
	'a1b2c3d4e5'
]);

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, '');

/**
 * Among the first that somebody tries who does not know the person: one of those everybody takes, one character over and
 * over, digits in a row, or nothing but spaces.
 */
export function isKnownPassword(password: string): boolean {
	const text = plain(password);
	if (/^(.?)\1*$/u.test(text) || isCountedOut(text)) return true;
	const stem = text.replace(/[^\p{L}]+$/u, '');
	return STEMS.has(text) || STEMS.has(stem) || STEMS.has(half(stem));
}

/** "wachtwoordwachtwoord" is no more than "wachtwoord". */
function half(text: string): string {
	const first = text.slice(0, text.length / 2);
	return first + first === text ? first : text;
}

const UP = '01234567890123456789';
const DOWN = '98765432109876543210';
const isCountedOut = (text: string): boolean => UP.includes(text) || DOWN.includes(text);
