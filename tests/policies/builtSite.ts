/** The site as it is built, in front of a backend of the tests. */
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { listen, type Listening } from '../database/listen.ts';
import { startSite } from '../e2e/support/servers.ts';
import type { Person } from './people.ts';

export interface BuiltSite {
	/** Without trailing slash. */
	url: string;
	/** Where the site finds the backend. */
	backendUrl: string;
	/** Takes the backend away, and brings it back. */
	backend: Pick<Listening, 'leave' | 'return'>;
	/** What a browser sends along in which somebody is signed in. */
	cookieOf(person: Person): string;
	/** What the server wrote to its log. */
	output(): string;
	/** Milliseconds that its process has worked so far. */
	worked(): Promise<number>;
	stop(): Promise<void>;
}

export async function startBuiltSite(
	embedded: Pick<Embedded, 'fetch' | 'publishableKey' | 'secretKey'>,
	env: Record<string, string> = {}
): Promise<BuiltSite> {
	const backend = await listen((request) => embedded.fetch(request));
	const site = await startSite({
		backend: {
			SUPABASE_URL: backend.url,
			SUPABASE_PUBLISHABLE_KEY: embedded.publishableKey,
			SUPABASE_SECRET_KEY: embedded.secretKey
		},
		env
	});
	return {
		url: site.url,
		backendUrl: backend.url,
		backend,
		cookieOf,
		output: site.output,
		worked: site.worked,
		stop: async () => {
			await site.stop();
			backend.close();
		}
	};
}

/** As `@supabase/ssr` writes it, with the first label of the backend's host in its name. */
export function cookieOf({ id, email, token }: Person): string {
	const session = {
		access_token: token,
		refresh_token: 'none',
		token_type: 'bearer',
		expires_in: 3600,
		expires_at: Math.floor(Date.now() / 1000) + 3600,
		user: { id, email, aud: 'authenticated', role: 'authenticated', app_metadata: {}, user_metadata: {} }
	};
	return `sb-127-auth-token=base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`;
}
