/** What a column holds whose heading says nothing to this product, as its cells tell. */
import { readHoursText } from '../domain/openingHours/schema.ts';
import { isEmailAddress } from '../domain/account/emailAddress.ts';
import { toWebAddress } from '../domain/text/webAddress.ts';
import type { Column } from './importColumns.ts';

/** Cells that are looked at, and how many at least. */
const LOOKED_AT = 40;
const FEWEST = 3;
/** How many of them have to be it: what somebody mistyped is it all the same. */
const MOST = 0.75;

const KINDS: readonly (readonly [Column, (cell: string) => boolean])[] = [
	['email', isEmailAddress],
	['postcode', (cell) => /^[1-9]\d{3}$/.test(cell)],
	['website', (cell) => /^(https?:|www\.)/i.test(cell) && toWebAddress(cell) !== null],
	['openingsuren', (cell) => /\d/.test(cell) && /\p{L}{2}/u.test(cell) && !('code' in readHoursText(cell))]
];

/** @param cells of one column, from above @returns undefined when they tell nothing */
export function guessColumn(cells: readonly string[]): Column | undefined {
	const said = cells.filter((cell) => cell !== '').slice(0, LOOKED_AT);
	if (said.length < FEWEST) return undefined;
	return KINDS.find(([, is]) => said.filter(is).length >= MOST * said.length)?.[0];
}
