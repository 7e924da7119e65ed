import { env } from '$env/dynamic/private';
import type { Backend } from '../embedded/backend.server.ts';
import { siteOrigin } from '../mail/settings.server';

let current: Backend | undefined;
let close: (() => Promise<void>) | undefined;

/**
 * Chooses the backend once, at server start: `SUPABASE_URL` with its two keys when set, otherwise the embedded one.
 * The embedded one gets an administrator when it has none; the console says how to sign in.
 * @throws when `SUPABASE_URL` is set without its keys, when the settings of mail or of the first administrator are wrong, or
 *   when the embedded backend cannot start.
 */
export async function connectBackend(): Promise<void> {
	if (current) return;
	const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY } = env;
	if (SUPABASE_URL) {
		if (!SUPABASE_PUBLISHABLE_KEY || !SUPABASE_SECRET_KEY) {
			throw new Error(
				'SUPABASE_URL is set; SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY must be set too.'
			);
		}
		current = {
			url: SUPABASE_URL.replace(/\/$/, ''),
			publishableKey: SUPABASE_PUBLISHABLE_KEY,
			secretKey: SUPABASE_SECRET_KEY,
			fetch
		};
		return;
	}
	const { bootEmbedded } = await import('../embedded/index.server.ts');
	const { adminSettings, announcement, appointFirstAdmin } = await import('../embedded/firstAdmin.server.ts');
	const admin = adminSettings(env);
	const embedded = await bootEmbedded({
		dataDir: env.DATA_DIR ?? '.data',
		exampleData: env.EXAMPLE_DATA !== '0',
		siteUrl: siteOrigin()
	});
	const told = announcement(await appointFirstAdmin(embedded, admin));
	if (told) console.info(`\n${told}\n`);
	current = embedded;
	close = embedded.close;
}

/** Closes the embedded backend; the last thing that happens. */
export async function disconnectBackend(): Promise<void> {
	await close?.();
}

/** @throws before `connectBackend` has finished. */
export function backend(): Backend {
	if (!current) throw new Error('The backend is not connected yet.');
	return current;
}
