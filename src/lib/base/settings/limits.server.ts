/**
 * How long the server waits, for what, and why: one table. A variable of the environment with the same name sets another
 * limit, for a slow machine or a quick test. Runs in plain Node too, for the embedded backend and the commands.
 */
import * as v from 'valibot';

/** In milliseconds. A list holds the pauses between tries, one after another; as a setting "500,2000". */
const DEFAULTS = {
	/** One question to the database: it answers in milliseconds, or is in trouble. */
	REQUEST_TIMEOUT_MS: 10_000,
	/** Carrying out an import: thousands of rows take longer than one question does. */
	IMPORT_PATIENCE_MS: 180_000,
	/** A page waits for Auth; Auth's own client would go on for half a minute. */
	AUTH_PATIENCE_MS: 3_000,
	/** Answers to strangers come at whole steps of this: longer than what is only done for who has an account. */
	ATTEMPT_STEP_MS: 800,
	/** Auth writes down that a mailbox was proven and that its owner came in at most this far apart. */
	SAME_MOMENT_MS: 10_000,

	/** The version of the directory is asked for at most once in this time: a change is visible this much later. */
	DIRECTORY_RECHECK_MS: 1_000,
	/** After a check that failed: a database in trouble is not asked every second. */
	DIRECTORY_BACKOFF_MS: 5_000,
	/** With a copy at hand nobody waits longer than this for a database that hangs. */
	DIRECTORY_PATIENCE_MS: 2_000,
	/** Where a desk went is worth less waiting than the page that says it is not there. */
	FORMER_DESK_PATIENCE_MS: 2_000,

	/** Nobody waits longer for an address. */
	GEOCODER_TIMEOUT_MS: 2_500,
	/** A register that did not answer is left alone this long: or every visitor would wait for it in turn. */
	GEOCODER_REST_MS: 30_000,
	/** An address does not move within the hour. */
	GEOCODER_KEEP_MS: 3_600_000,

	/** No mail takes longer to be sent or refused; a lease on it lasts five times this. */
	MAIL_SEND_TIMEOUT_MS: 60_000,
	/** A mail server that is there lets us in within this. */
	SMTP_CONNECT_TIMEOUT_MS: 10_000,
	/** It may think about a mail for longer. */
	SMTP_SOCKET_TIMEOUT_MS: 30_000,
	/** A connection without mail is kept this long for the next one. */
	SMTP_IDLE_MS: 20_000,
	/** Other servers and the database itself put mail in the outbox too: it is looked at now and then. */
	MAIL_LONGEST_REST_MS: 10_000,
	/** The database has a clock of its own, which may run a little behind: not without any rest. */
	MAIL_SHORTEST_REST_MS: 1_000,
	/** Between tries to tell the database that a mail was sent: well within the lease. */
	MAIL_SETTLE_PAUSES_MS: [500, 2_000, 10_000, 30_000],
	/** Mail that is due leaves within seconds: what waits for longer than this is late, and `/healthz` says so. */
	MAIL_LATE_MS: 900_000,

	/** Whether the database writes is tried at most once in this time, however often `/healthz` is asked. */
	HEALTH_RECHECK_MS: 1_000,
	/** What is done every day. */
	UPKEEP_INTERVAL_MS: 86_400_000,
	/** How often the embedded database clears its log: PostgreSQL's own rhythm. */
	CHECKPOINT_INTERVAL_MS: 300_000,
	/** A client of the embedded database's port that vanished in the middle of a query does not keep others waiting. */
	POSTGRES_PORT_PATIENCE_MS: 10_000,
	/** When the server stops, requests under way get this long. */
	STOP_PATIENCE_MS: 5_000,
	/** And after that what is left to do, such as closing the database. */
	STOP_GRACE_MS: 3_000,
	/** How often a server that npm started looks whether npm is still there. */
	PARENT_CHECK_MS: 500
} satisfies Record<`${string}_MS`, number | number[]>;

type Limits = {
	readonly [Name in keyof typeof DEFAULTS]: (typeof DEFAULTS)[Name] extends number
		? number
		: readonly number[];
};
type Name = keyof Limits;
type SingleName = { [One in Name]: Limits[One] extends number ? One : never }[Name];

/** A timer that is set for longer goes off at once. */
const LONGEST_MS = 2 ** 31 - 1;

const milliseconds = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number), v.maxValue(LONGEST_MS));
const pauses = v.pipe(
	v.string(),
	v.transform((text) => text.split(',').map((part) => part.trim())),
	v.array(milliseconds)
);

/** A setting that is no limit. */
export class LimitError extends Error {
	override name = 'LimitError';
}

/** @throws LimitError that names the setting which is wrong */
export function readLimits(settings: Readonly<Record<string, string | undefined>>): Limits {
	const read = Object.entries(DEFAULTS).map(([name, usual]) => {
		const text = settings[name]?.trim();
		if (!text) return [name, usual];
		const isList = Array.isArray(usual);
		const { success, output } = v.safeParse(isList ? pauses : milliseconds, text);
		if (success) return [name, output];
		const wanted = isList
			? 'whole numbers of milliseconds, with commas between'
			: 'a whole number of milliseconds';
		throw new LimitError(`${name} must be ${wanted}, from 0 to ${LONGEST_MS}.`);
	});
	return Object.fromEntries(read) as Limits;
}

let limits: Limits | undefined;

/** Reads the environment, once. @throws LimitError; at the start rather than at the first wait */
export const checkLimits = (): Limits => (limits ??= readLimits(process.env));

/** The limit that holds on this server. */
export const timeLimit = <One extends Name>(name: One): Limits[One] => checkLimits()[name];

/** Ends a question whose answer does not come within the limit. */
export const within = (name: SingleName): AbortSignal => AbortSignal.timeout(timeLimit(name));
