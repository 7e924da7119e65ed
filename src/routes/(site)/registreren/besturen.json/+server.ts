import { json } from '@sveltejs/kit';
import { governmentChoices } from '$lib/directory/governmentChoices.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { RequestHandler } from './$types';

/** `?q=`: the local governments that may be meant, best first, as `[{ value, label }]`. */
export const GET: RequestHandler = async ({ url }) =>
	json(governmentChoices(await requireDirectory(), url.searchParams.get('q') ?? ''));
