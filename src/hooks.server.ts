import { sequence } from '@sveltejs/kit/hooks';
import { connectBackend } from '$lib/server/backend';
import { forgetContactDataDaily } from '$lib/server/contact';
import { access } from '$lib/server/http/access';
import { addresses } from '$lib/server/http/addresses';
import { cacheAndCompress, language, security } from '$lib/server/http/handles';
import { handleSession } from '$lib/server/session';
import type { ServerInit } from '@sveltejs/kit';

export { handleError } from '$lib/server/http/errors';

export const init: ServerInit = async () => {
	await connectBackend();
	const stop = forgetContactDataDaily();
	process.once('sveltekit:shutdown', stop);
};

export const handle = sequence(security, addresses, handleSession, cacheAndCompress, language, access);
