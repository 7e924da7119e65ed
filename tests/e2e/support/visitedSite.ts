/** The site that a worker's tests visit. */
import { startMailServer } from '../../../src/lib/base/mail/smtp.fixture.ts';
import { mailAt } from './mailbox.ts';
import { startOwnSite } from './ownSite.ts';
import { foreignSupabase, isSmokeRound, runningSite } from './round.ts';
import { startSite, type SupabaseKeys } from './servers.ts';

export interface VisitedSite {
	/** Without slash at the end. */
	url: string;
	beginTest(name: string): Promise<void>;
	/** Of a site with a database of its own: what another site needs to be on it in this test. */
	database?(): { keys: SupabaseKeys; testName: string };
	stop(): Promise<void>;
}

export function openVisitedSite(): Promise<VisitedSite> {
	if (!isSmokeRound) return startOwnSite({ exampleData: true });
	if (runningSite) return Promise.resolve(asItIs(runningSite, () => Promise.resolve()));
	return foreignSupabase ? openOnSupabase(foreignSupabase) : openWithBackend();
}

async function openWithBackend(): Promise<VisitedSite> {
	const { url, stop } = await startSite({ backend: { DATA_DIR: 'memory://' } });
	return asItIs(url, stop);
}

async function openOnSupabase(supabaseUrl: string): Promise<VisitedSite> {
	const keys: SupabaseKeys = {
		SUPABASE_URL: supabaseUrl,
		SUPABASE_PUBLISHABLE_KEY: process.env.E2E_SUPABASE_PUBLISHABLE_KEY ?? '',
		SUPABASE_SECRET_KEY: process.env.E2E_SUPABASE_SECRET_KEY ?? ''
	};
	const mail = await startMailServer();
	const site = await startSite({ backend: keys, env: { SMTP_URL: mail.url } });
	const forget = mailAt(site.url, () => mail.received);
	return asItIs(site.url, async () => {
		forget();
		await site.stop();
		await mail.close();
	});
}

/** Its tests bring people of their own and need no empty database. */
const asItIs = (url: string, stop: () => Promise<void>): VisitedSite => ({
	url,
	beginTest: () => Promise.resolve(),
	stop
});
