import { oncePerDirectory } from '$lib/domain/directory/directoryIndex';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { packDirectory } from '$lib/finder/packedDirectory';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { RequestHandler } from './$types';

/** The public desks and the names of places, for a device that finds the nearest by itself. */
export const GET: RequestHandler = async () =>
	new Response(packed(await requireDirectory()), {
		headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' }
	});

const packed = oncePerDirectory((index) => JSON.stringify(packDirectory(index, readablePhoneNumber)));
