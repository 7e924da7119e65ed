import { serviceUnavailable } from '$lib/api/problem.server';
import { askDirectoryVersion } from '$lib/directory/directory.server';
import type { RequestHandler } from './$types';

/** For a load balancer or a monitor: asks the database, every time. */
export const GET: RequestHandler = async () => {
	const directoryVersion = await askDirectoryVersion();
	if (directoryVersion === undefined) return serviceUnavailable().toResponse();
	return Response.json({ status: 'ok', directoryVersion }, { headers: { 'cache-control': 'no-store' } });
};
