import { basemapOrigins } from '$lib/map/basemap.server';
import { sessionLimits } from '$lib/accounts/sessionLimits.server';
import { operator } from '$lib/base/settings/operator.server';
import type { PageServerLoad } from './$types';

/** Text and links only: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = () => ({
	operator: operator(),
	sessions: sessionLimits(),
	basemapHosts: basemapOrigins().map((origin) => new URL(origin).host)
});
