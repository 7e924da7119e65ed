import { fail } from '@sveltejs/kit';
import { lineIn } from '$lib/base/form/form.server';
import { registerHosts } from '$lib/geocoder/registers.server';
import { basemapOrigins } from '$lib/map/basemap.server';
import { sessionLimits } from '$lib/accounts/sessionLimits.server';
import { WAITING_ACCOUNTS } from '$lib/domain/account/retention';
import { scrubsFiles } from '$lib/base/database/scrubFiles.server';
import { backupDays, operator } from '$lib/base/settings/operator.server';
import type { Actions, PageServerLoad } from './$types';

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
	basemapHosts: basemapOrigins().map((origin) => new URL(origin).host),
	registerHosts: registerHosts()
});

export const actions: Actions = {
	/** Copies, the worker that keeps them, and what forms remember; who is signed in stays so. */
	wipe: async ({ request, setHeaders }) => {
		if (lineIn(await request.formData(), 'wat') !== 'toestel') return fail(400, { isWiped: false });
		// By the browser itself: the page has no script, and needs none.
		setHeaders({ 'clear-site-data': '"storage"' });
		return { isWiped: true };
	}
};
