import * as v from 'valibot';
import { freePort, startSupabase } from '../../e2e/support/servers.ts';
import type { Kind } from './backend.ts';
import { overPostgres } from './postgresPort.ts';

const mailbox = v.object({
	mails: v.array(v.object({ subject: v.string(), html: v.string(), text: v.string() }))
});

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
			siteUrl: 'http://localhost:3000',
			exclusively,
			async mails(to) {
				const answer = await fetch(`${supabase.url}/mailbox.json?${new URLSearchParams({ to })}`);
				return v.parse(mailbox, await answer.json()).mails;
			},
			async close() {
				await end();
				await supabase.stop();
			}
		};
	}
};
