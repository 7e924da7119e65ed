import { frameOf } from '$lib/site/frame.server';
import { readWorkWaiting } from '$lib/administration/workWaiting.server';
import { logError } from '$lib/base/http/errors.server';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	// Who reads the address is asked again with every page: who is signed in may have changed in another tab. Nothing of it
	// goes along, for a page that is closed answers to the letter as one that is not there.
	void event.url.pathname;
	const frame = await frameOf(event);
	const isAdmin = frame.account?.status === 'approved' && frame.account.role === 'admin';
	// A page that has its own answer is not kept from whoever asks by a number in the menu.
	const waiting = isAdmin
		? await readWorkWaiting(event.locals.session.client).catch((cause: unknown) => {
				logError(cause, event.request);
				return null;
			})
		: null;
	return { frame, waiting };
};
