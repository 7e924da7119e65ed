import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '$lib/i18n/paraglide/runtime.js';

/** `/fr/over` and `/en/over` are the route `/over` in another language. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
