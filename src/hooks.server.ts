import { sequence } from '@sveltejs/kit/hooks';
import { connectBackend, disconnectBackend } from '$lib/base/database/backend.server';
import { access } from '$lib/site/access.server';
import { addresses } from '$lib/base/http/addresses.server';
import { bodySize } from '$lib/site/bodySize.server';
import { cacheAndCompress, language, security } from '$lib/site/handles.server';
import { wholeForms } from '$lib/site/wholeForms.server';
import { ownForms } from '$lib/site/ownForms.server';
import { checkTrustedProxies, visitorAddress } from '$lib/base/http/trustedProxies.server';
import { checkLimits } from '$lib/base/settings/limits.server';
import { startDelivery } from '$lib/mail/index.server';
import { handleSession } from '$lib/accounts/session.server';
import { serviceClient } from '$lib/base/database/supabase.server';
import { keepUpDaily } from '$lib/chores/daily.server';
import type { ServerInit } from '@sveltejs/kit';

export { handleError } from '$lib/base/http/errors.server';

export const init: ServerInit = async () => {
	checkLimits();
	checkTrustedProxies();
	await connectBackend();
	const stopUpkeep = keepUpDaily(serviceClient);
	const stopDelivery = startDelivery();
	process.once('sveltekit:shutdown', () => {
		stopUpkeep();
		void stopDelivery().finally(disconnectBackend);
	});
};

export const handle = sequence(
	visitorAddress,
	cacheAndCompress,
	security,
	ownForms,
	bodySize,
	addresses,
	handleSession,
	language,
	// After the last that makes a request of its own.
	wholeForms,
	access
);
