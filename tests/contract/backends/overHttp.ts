import { freePort, startSupabase } from '../../e2e/support/servers.ts';
import type { Kind } from './backend.ts';
import { linksInOutbox } from './outboxLinks.ts';
import { overPostgres } from './postgresPort.ts';

/** `npm run supabase:embedded`: the embedded backend as a process of its own. */
export const overHttp: Kind = {
	name: 'the embedded backend over HTTP',
	// It tells nobody with what it signs.
	abilities: new Set(['database', 'mail']),
	async open() {
		const supabase = await startSupabase({
			port: await freePort(),
			postgresPort: await freePort(),
			dataDir: 'memory://',
			env: { EXAMPLE_DATA: '0' }
		});
		const { exclusively, end } = overPostgres(supabase.databaseUrl);
		return {
			url: supabase.url,
			publishableKey: supabase.keys.SUPABASE_PUBLISHABLE_KEY,
			secretKey: supabase.keys.SUPABASE_SECRET_KEY,
			fetch,
			exclusively,
			links: (to) => exclusively((ask) => linksInOutbox(ask, to)),
			async close() {
				await end();
				await supabase.stop();
			}
		};
	}
};
