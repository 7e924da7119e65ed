import { sequence } from '@sveltejs/kit/hooks';
import { connectBackend } from '$lib/server/backend';
import { access } from '$lib/server/http/access';
import { addresses } from '$lib/server/http/addresses';
import { cacheAndCompress, language, security } from '$lib/server/http/handles';
import { handleSession } from '$lib/server/session';
import { serviceClient } from '$lib/server/supabase';
import { keepUpDaily } from '$lib/server/upkeep';
import type { ServerInit } from '@sveltejs/kit';

export { handleError } from '$lib/server/http/errors';

export const init: ServerInit = async () => {
	await connectBackend();
	const stop = keepUpDaily(serviceClient);
	process.once('sveltekit:shutdown', stop);
};

export const handle = sequence(security, addresses, handleSession, cacheAndCompress, language, access);
