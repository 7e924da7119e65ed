import type { Reroute } from '@sveltejs/kit';
import { isAsUnknown, UNKNOWN_PATH } from '$lib/domain/access/unknownAddress';
import { deLocalizeUrl } from '$lib/base/i18n/paraglide/runtime.js';

/** `/fr/over` and `/en/over` are the route `/over` in another language. */
export const reroute: Reroute = ({ url }) => (isAsUnknown(url) ? UNKNOWN_PATH : deLocalizeUrl(url).pathname);
