import { redirect } from '@sveltejs/kit';
import { localPath } from '$lib/base/i18n/localPath';
import type { PageServerLoad } from './$types';

/** The requests are what an administrator comes for. */
export const load: PageServerLoad = () => redirect(307, localPath('/beheer/aanvragen'));
