import { health } from '$lib/site/health.server';
import type { RequestHandler } from './$types';

/**
 * For a monitor: 503 when the database does not read or does not write. For a load balancer, which would take away with a
 * server the pages that go on without writing, `?only=reads`.
 */
export const GET: RequestHandler = async ({ url }) => {
	const found = await health();
	const works = found.reads === 'ok' && (found.writes === 'ok' || url.searchParams.get('only') === 'reads');
	const status = !works ? 'failed' : found.writes === 'ok' && found.mail === 'ok' ? 'ok' : 'degraded';
	return Response.json(
		{ status, ...found },
		{
			status: works ? 200 : 503,
			headers: { 'cache-control': 'no-store', ...(works ? {} : { 'retry-after': '10' }) }
		}
	);
};
