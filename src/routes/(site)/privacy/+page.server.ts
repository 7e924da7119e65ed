import { basemapOrigins } from '$lib/map/basemap.server';
import { sessionLimits } from '$lib/accounts/sessionLimits.server';
import { WAITING_ACCOUNTS } from '$lib/domain/account/retention';
import { scrubsFiles } from '$lib/base/database/scrubFiles.server';
import { backupDays, operator } from '$lib/base/settings/operator.server';
import type { PageServerLoad } from './$types';

/** Text and links only: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = () => ({
	operator: operator(),
	sessions: sessionLimits(),
	backupDays: String(backupDays()),
	scrubsFiles: scrubsFiles(),
	waiting: {
		suspended: String(WAITING_ACCOUNTS.suspendedDays),
		undecided: String(WAITING_ACCOUNTS.undecidedDays),
		first: String(WAITING_ACCOUNTS.firstNoticeDays),
		last: String(WAITING_ACCOUNTS.lastNoticeDays)
	},
	basemapHosts: basemapOrigins().map((origin) => new URL(origin).host)
});
