import { error } from '@sveltejs/kit';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { DirectoryUnavailableError, getDirectory } from './directory.server';

/**
 * The directory, for a page.
 * @throws a 503 in the page's language when there is none; the cause is already in the log
 */
export async function requireDirectory(): Promise<DirectoryIndex> {
	try {
		return await getDirectory();
	} catch (cause) {
		if (cause instanceof DirectoryUnavailableError) error(503, { message: m.server_error_unavailable() });
		throw cause;
	}
}
