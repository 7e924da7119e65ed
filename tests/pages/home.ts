/** The parts of the home page, by what they are to a reader. */
import type { Seen } from './seen.ts';
import type { Visitor } from './visitor.ts';

/** 285 municipalities in Flanders and 19 in Brussels. */
export const ALL_MUNICIPALITIES = 304;

export const cards = (visitor: Visitor): Seen => visitor.locator('article[data-nis]');
export const card = (visitor: Visitor, nisCode: string): Seen =>
	visitor.locator(`article[data-nis="${nisCode}"]`);
export const count = (visitor: Visitor): Seen => visitor.getByRole('status').first().locator('strong');
export const searchBox = (visitor: Visitor): Seen => visitor.getByRole('searchbox');

/** The filters stand behind a summary until one is used. */
export async function openFilters(visitor: Visitor): Promise<void> {
	const details = visitor.locator('form details').first();
	if (details.getAttribute('open') === null) await details.locator('summary').click();
}

export const numberOf = (seen: Seen): number => Number(seen.text().replaceAll(/\D/g, ''));

/** The number behind an option of a filter. */
export const numberBehind = (option: Seen): number => {
	const said = option.element().closest('label')?.textContent ?? '';
	return Number(/\(([\d.]+)\)/.exec(said)?.[1]?.replaceAll('.', ''));
};
