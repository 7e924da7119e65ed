/** A Supabase that the contract is held against, and what a test can do with it beside sending requests. */
import type { LinkType } from '../../../src/lib/accounts/linkTypes';
import type { Backend } from '../../../src/lib/base/embedded/backend.server.ts';

/** Where an ability is missing, the promises that need it are skipped by name. */
export type Ability =
	/** Look into the database as its owner, and make accounts that are taken away again. */
	| 'database'
	/** Find the links that Auth has mailed. */
	| 'mail'
	/** Sign tokens as Auth does. */
	| 'signing'
	/** Have requests in the database at the same moment, ten of them. */
	| 'meeting';

export type Ask = <Row>(sql: string, parameters?: (string | number | boolean | null)[]) => Promise<Row[]>;

/** What a mail of Auth brings. */
export interface MailedLink {
	type: LinkType;
	tokenHash: string;
}

export interface BackendUnderTest extends Pick<Backend, 'url' | 'publishableKey' | 'secretKey' | 'fetch'> {
	/** Runs `work` in a session of the database that nobody else uses meanwhile. */
	exclusively<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
	/** Newest first. */
	links(to: string): Promise<MailedLink[]>;
	jwtSecret?: string | undefined;
	close(): Promise<void>;
}

export interface Kind {
	name: string;
	abilities: ReadonlySet<Ability>;
	open(): Promise<BackendUnderTest>;
}
