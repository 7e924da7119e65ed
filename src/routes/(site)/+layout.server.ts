import { frameOf } from '$lib/site/frame.server';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	// Who reads the address is asked again with every page: who is signed in may have changed in another tab. Nothing of it
	// goes along, for a page that is closed answers to the letter as one that is not there.
	void event.url.pathname;
	return { frame: await frameOf(event) };
};
