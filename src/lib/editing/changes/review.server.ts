import type { GovernmentPage, Keeper } from '../keeper.server';

/** Whether what this person publishes waits for a second pair of eyes. The database decides the same. */
export const waitsForReview = (
	{ canEdit, isAdmin }: Pick<Keeper, 'canEdit' | 'isAdmin'>,
	{ reviews }: Pick<GovernmentPage, 'reviews'>
): boolean => !isAdmin && (!canEdit || reviews);
