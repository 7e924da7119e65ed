import { error } from '@sveltejs/kit';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** An address that no other route knows: answered inside the site's own frame. */
export const load: PageServerLoad = () => error(404, { message: m.server_error_not_found() });
