import { characters } from '../text/text.ts';

/** Characters: the longest address that mail can carry. */
const LONGEST = 254;

/** Characters before the at sign, at most. */
const LONGEST_NAME = 64;

/** What needs quotes in an address, cannot be stored, or is not seen. */
const NO_PART = String.raw`@\s.\u0000-\u0020"(),:;<>[\\\]\u007F-\u009F\p{Cs}\p{Default_Ignorable_Code_Point}`;

/**
 * Something, an at sign, a host with a dot; dots stand between other characters, alone. Addresses outside ASCII are
 * addresses too. The same rule as `private.is_mail_address` of the database.
 */
const FORM = new RegExp(`^([^${NO_PART}]+(?:\\.[^${NO_PART}]+)*)@[^${NO_PART}]+(?:\\.[^${NO_PART}]+)+$`, 'u');

/** Looks like an address that mail can be sent to; whether somebody reads it, only a mail can tell. */
export const isEmailAddress = (text: string): boolean =>
	// First how long it is: what the form takes grows with the square of that.
	text.length <= 2 * LONGEST && characters(text) <= LONGEST && hasForm(text);

function hasForm(text: string): boolean {
	const name = FORM.exec(text)?.[1];
	return name !== undefined && characters(name) <= LONGEST_NAME;
}
