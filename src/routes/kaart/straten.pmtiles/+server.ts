import { fileParts } from '$lib/base/http/fileParts.server';
import { streetsFileOf } from '$lib/map/streets/streetsFile.server';
import type { RequestHandler } from './$types';

/** The streets of this installation, as `npm run map:extract` cut them: the map reads parts of it. 404 where there are none. */
const answer: RequestHandler = ({ request }) => {
	const file = streetsFileOf();
	if (!file) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
	return fileParts(request, file);
};

export const GET = answer;
export const HEAD = answer;
