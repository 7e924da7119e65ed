import { ACCOUNT_LIMITS } from './account.ts';
import { isKnownPassword } from './knownPasswords.ts';
import { characters } from '../text/text.ts';

export type PasswordProblem =
	| 'missing'
	| 'short'
	/** Of the rest nothing would count. */
	| 'long'
	/** The person's own name or address: what somebody who guesses tries first. */
	| 'personal'
	/** One that everybody takes, or nothing but spaces. */
	| 'known';

const bytes = (text: string): number => new TextEncoder().encode(text).length;
const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, '');

/**
 * Long is what makes a password hard to guess, so nothing is asked of which characters it has; only not to be one of those
 * that are tried first.
 * @param personal the name and the e-mail address of the person, as far as they are known
 * @returns null for a password that will do
 */
export function passwordProblem(password: string, personal: readonly string[]): PasswordProblem | null {
	if (password === '') return 'missing';
	if (characters(password) < ACCOUNT_LIMITS.passwordMin) return 'short';
	if (bytes(password) > ACCOUNT_LIMITS.passwordBytes) return 'long';
	const guesses = personal.flatMap((text) => [text, text.split('@')[0] ?? '']).map(plain);
	if (guesses.includes(plain(password))) return 'personal';
	return isKnownPassword(password) ? 'known' : null;
}
