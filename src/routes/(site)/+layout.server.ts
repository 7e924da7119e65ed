import { frameOf } from '$lib/site/frame.server';
import type { LayoutServerLoad } from './$types';

/** With every page anew, which reading its address makes so: who is signed in may have changed in another tab. */
export const load: LayoutServerLoad = async (event) => ({
	frame: await frameOf(event),
	of: event.url.pathname
});
