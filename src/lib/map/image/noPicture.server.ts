import { LOCALES } from '$lib/domain/directory/directory';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/** What a person reads at the address of a picture that is not there, in each language: nothing went wrong on our side. */
export const noPicture = (): Response =>
	new Response(`${LOCALES.map((locale) => m.map_no_picture({}, { locale })).join('\n')}\n`, {
		status: 404,
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
