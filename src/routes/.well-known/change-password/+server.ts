import type { RequestHandler } from './$types';

/**
 * Where password managers send somebody who wants another password (https://www.w3.org/TR/change-password-url/). Whoever is
 * not signed in gets to sign in first.
 */
export const GET: RequestHandler = () =>
	new Response(null, { status: 303, headers: { location: '/wachtwoord/nieuw' } });
