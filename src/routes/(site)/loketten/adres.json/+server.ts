import { json } from '@sveltejs/kit';
import { geocodeFor } from '$lib/geocoder/index.server';
import type { RequestHandler } from './$types';

/** Shorter is nobody's address, longer neither. */
const MIN_LENGTH = 3;
const MAX_LENGTH = 200;

/** `?q=`: where an address may be, best first, as `GeocodeHit[]`. Nobody on the way keeps what somebody typed. */
export const GET: RequestHandler = async ({ url, getClientAddress, request }) => {
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, MAX_LENGTH);
	const hits = q.length < MIN_LENGTH ? [] : await geocodeFor(getClientAddress, q, request.signal);
	return json(hits, { headers: { 'cache-control': 'private, no-store' } });
};
