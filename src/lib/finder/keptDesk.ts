/** What the page of a desk does while there is no network. */
import type { Locale } from '$lib/domain/directory/directory';
import type { DeskView } from '$lib/desk/deskView';

/**
 * What the clock decides of a desk, reckoned on this device: what is open now, and near. A page that was kept knows it only of
 * the moment at which it was fetched. Never rejects.
 * @returns null where this device does not know the desk
 */
export async function reckonedHere(
	slug: string,
	locale: Locale
): Promise<Pick<DeskView, 'now' | 'state' | 'hours' | 'days' | 'nearby'> | null> {
	try {
		const { deskOnDevice, fetchDirectory } = await import('./device');
		const drawn = deskOnDevice(await fetchDirectory(), slug, locale);
		if (!drawn) return null;
		const { now, state, hours, days, nearby } = drawn;
		return { now, state, hours, days, nearby };
	} catch (error) {
		console.warn('There is no directory on this device', error);
		return null;
	}
}
