import type { Mailbox } from './mailbox.server.ts';

/** Where the Data API and Auth are, and with which keys: a hosted or local Supabase, or the embedded one. */
export interface Backend {
	/** Base URL without trailing slash, as `SUPABASE_URL`. */
	url: string;
	publishableKey: string;
	secretKey: string;
	/** How requests reach it: over the network, or straight into the embedded app. */
	fetch: typeof fetch;
	/** Of the embedded one: where mail stays when there is no mail server. */
	mailbox?: Mailbox;
	/** Of the embedded one: takes what was deleted out of its files. A PostgreSQL server does so by itself. */
	scrub?: () => Promise<void>;
}
