import { csvResponse } from '$lib/base/http/csv.server';
import { templateCsv } from '$lib/import/exportCsv.server';
import type { RequestHandler } from './$types';

/** An empty file with the names of the columns: `?soort=loketten` or `besturen`. */
export const GET: RequestHandler = ({ url }) => {
	const kind = url.searchParams.get('soort') === 'besturen' ? 'besturen' : 'loketten';
	return csvResponse(`sjabloon-${kind}`, templateCsv(kind));
};
