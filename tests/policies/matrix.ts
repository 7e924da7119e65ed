/**
 * Who may do what through the Data API: one verdict for every table, view and function of the schema it exposes. What is
 * not named here fails the tests, so nobody adds a table without deciding who sees it.
 */

/** `visitor`: the publishable key. `signedIn`: an account that nobody has approved. `keyless`: no key at all. */
export const ACTORS = ['visitor', 'signedIn', 'keyless'] as const;
export type Actor = (typeof ACTORS)[number];

export const OPERATIONS = ['insert', 'update', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface TableVerdict {
	/** Who may read rows; row-level security may still leave some of them out. */
	select: readonly Actor[];
	/** Columns that not even those may read, filter or sort by. */
	withheld: readonly string[];
	insert: readonly Actor[];
	update: readonly Actor[];
	delete: readonly Actor[];
}

const NOBODY: readonly Actor[] = [];
const PUBLIC: readonly Actor[] = ['visitor', 'signedIn'];
const READ_ONLY = { select: PUBLIC, withheld: [], insert: NOBODY, update: NOBODY, delete: NOBODY };
const CLOSED = { ...READ_ONLY, select: NOBODY };

export const TABLES: Readonly<Record<string, TableVerdict>> = {
	contact_message: CLOSED,
	directory_version: READ_ONLY,
	local_government: { ...READ_ONLY, withheld: ['email_domains'] },
	municipality: READ_ONLY,
	postal_code: READ_ONLY,
	volunteer_desk: READ_ONLY
};

/** Functions by name, with those who may call them beside the server itself. */
export const FUNCTIONS: Readonly<Record<string, readonly Actor[]>> = {
	delete_expired_contact_data: NOBODY,
	submit_contact_message: NOBODY
};

/** Schemas that the Data API must not hand out, whatever is in them. */
export const HIDDEN_SCHEMAS = [
	'private',
	'auth',
	'extensions',
	'supabase_migrations',
	'pg_catalog',
	'information_schema'
];
