import { sequence } from '@sveltejs/kit/hooks';
import { connectBackend } from '$lib/server/backend';
import { cacheAndCompress, language, security } from '$lib/server/http/handles';
import type { ServerInit } from '@sveltejs/kit';

export { handleError } from '$lib/server/http/errors';

export const init: ServerInit = connectBackend;

export const handle = sequence(security, cacheAndCompress, language);
