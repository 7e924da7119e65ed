import * as v from 'valibot';
import type { Directory } from '$lib/domain/directory/directory';
import { indexDirectory, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { ask } from '$lib/base/database/ask.server';
import {
	COLUMNS,
	localGovernmentRow,
	municipalityRow,
	postalCodeRow,
	versionRow,
	volunteerDeskRow
} from './directoryRows.server';
import { UnavailableError } from '$lib/base/http/errors.server';
import { tellError } from '$lib/base/log/tellError.server';
import { timeLimit } from '$lib/base/settings/limits.server';
import { visitorClient, type TypedClient } from '$lib/base/database/supabase.server';

/** No copy of the directory was ever read and the database does not answer. Pages and API answer 503. */
export class DirectoryUnavailableError extends UnavailableError {
	override name = 'DirectoryUnavailableError';
}

const PAGE_ROWS = 1_000;
const ATTEMPTS = 5;

interface StoreOptions {
	/** Called at the first use, when the backend is connected. */
	client: () => TypedClient;
	/** Milliseconds, never running backwards. */
	now?: () => number;
	/** How long somebody who has the copy to fall back on waits for the database. */
	patienceMs?: number;
	/** One line when the database stops answering and one when it answers again. */
	log?: (message: string) => void;
}

export interface DirectoryStore {
	/**
	 * The directory as it was at most a second ago; while the database does not answer, the last copy, and for some
	 * seconds after it answers again.
	 * The same object as before while nothing changed, so what is derived from it can be kept beside it.
	 * @throws DirectoryUnavailableError when there is no copy and the database does not answer
	 */
	get(): Promise<DirectoryIndex>;
	/**
	 * Until when `get` gives this same copy without asking, on the clock of `now`; in the past for one that may be outdated.
	 */
	sureUntil(index: DirectoryIndex): number;
	/** Asks the database itself: its current version, or undefined when it does not answer. */
	ask(): Promise<number | undefined>;
}

export function createDirectoryStore(options: StoreOptions): DirectoryStore {
	const {
		client,
		now = () => performance.now(),
		patienceMs = timeLimit('DIRECTORY_PATIENCE_MS'),
		log = console.error
	} = options;
	let copy: DirectoryIndex | undefined;
	let checkAgainAt = -Infinity;
	/** The check under way, and for how long somebody who has the copy to fall back on waits for it. */
	let pending: { work: Promise<void>; patience: Promise<void> } | undefined;
	let isDown = false;
	/** A check outlasted everybody's patience, and none has succeeded since. */
	let isSlow = false;

	/** Brings the copy up to date. Never rejects while there is a copy: then the old one serves. */
	async function refresh(): Promise<void> {
		// The clock starts before the question: what changes while it is asked counts as later.
		const startedAt = now();
		try {
			const latest = await readVersion(client());
			const known = copy?.directory;
			if (known?.version !== latest.version || known.changedAt !== latest.changedAt) {
				copy = indexDirectory(await loadDirectory(client(), log));
			}
			if (isDown) log('The database answers again.');
			isDown = isSlow = false;
			checkAgainAt = startedAt + timeLimit('DIRECTORY_RECHECK_MS');
		} catch (cause) {
			if (!isDown)
				log(
					`The database does not answer; ${copy ? 'the last copy serves' : 'no copy yet'}. ${tellError(cause)}`
				);
			isDown = true;
			checkAgainAt = now() + timeLimit('DIRECTORY_BACKOFF_MS');
			if (!copy) throw new DirectoryUnavailableError('The directory cannot be read.', { cause });
		}
	}

	/** Asks, unless somebody is asking already. */
	function check(): { work: Promise<void>; patience: Promise<void> } {
		if (pending) return pending;
		const work = refresh().finally(() => (pending = undefined));
		// Counted from the question, and once: until it has answered, later visitors do not wait at all.
		const patience = isSlow || !copy ? Promise.resolve() : atMost(patienceMs, work, () => (isSlow = true));
		// Whoever does not wait for the work does not hear how it ends; the log does.
		work.catch(() => {});
		return (pending = { work, patience });
	}

	async function get(): Promise<DirectoryIndex> {
		if (copy && now() < checkAgainAt) return copy;
		const { work, patience } = check();
		await (copy ? patience : work);
		if (!copy) throw new DirectoryUnavailableError('The directory cannot be read.');
		return copy;
	}

	async function ask(): Promise<number | undefined> {
		try {
			return (await readVersion(client())).version;
		} catch {
			return undefined;
		}
	}

	const sureUntil = (index: DirectoryIndex): number => (index === copy ? checkAgainAt : -Infinity);

	return { get, sureUntil, ask };
}

const store = createDirectoryStore({ client: visitorClient });

/** The public directory, shared by all requests. @see DirectoryStore.get */
export const getDirectory = (): Promise<DirectoryIndex> => store.get();

/** On the clock of `performance.now()`. @see DirectoryStore.sureUntil */
export const directorySureUntil = (index: DirectoryIndex): number => store.sureUntil(index);

/** For `/healthz`. @see DirectoryStore.ask */
export const askDirectoryVersion = (): Promise<number | undefined> => store.ask();

/** Until the work is done or the time is over, whichever comes first; `late` is called in the second case. */
async function atMost(milliseconds: number, work: Promise<void>, late: () => void): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const timer = setTimeout(() => {
		late();
		resolve();
	}, milliseconds);
	try {
		await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
	}
}

type Version = v.InferOutput<typeof versionRow>;

async function readVersion(client: TypedClient): Promise<Version> {
	const question = client
		.from('directory_version')
		.select('version, changed_at')
		.limit(1)
		// The client would try again after seconds of waiting; here the next check is the next try.
		.retry(false);
	const [row] = await ask('directory_version', question);
	return v.parse(versionRow, row);
}

/** Reads everything at one version: again when something changed meanwhile, for the tables are separate queries. */
async function loadDirectory(client: TypedClient, log: (message: string) => void): Promise<Directory> {
	let before = await readVersion(client);
	for (let attempt = 1; ; attempt++) {
		const [municipalities, postalCodes, governments, desks] = await Promise.all([
			readAll(client, 'municipality', municipalityRow),
			readAll(client, 'postal_code', postalCodeRow),
			readAll(client, 'local_government', localGovernmentRow),
			// One that cannot be read must not take the others along.
			readAll(client, 'volunteer_desk', volunteerDeskRow, (columns) =>
				log(`A desk cannot be shown: ${columns}.`)
			)
		]);
		const after = await readVersion(client);
		const isWhole = after.version === before.version && after.changedAt === before.changedAt;
		// Under constant change the last reading serves under its older version, so the next check reads again.
		if (isWhole || attempt === ATTEMPTS) {
			return {
				...before,
				hasExampleData: [...governments, ...desks].some((row) => row.isExample),
				municipalities,
				postalCodes,
				localGovernments: governments.map((row) => row.value),
				desks: desks.map((row) => row.value)
			};
		}
		before = after;
	}
}

/** A unique order for each table, so that pages neither overlap nor leave a gap. */
const ORDER = {
	municipality: ['nis_code'],
	postal_code: ['postcode', 'place_name', 'lang'],
	local_government: ['id'],
	volunteer_desk: ['id']
} as const;

async function readAll<Row>(
	client: TypedClient,
	table: keyof typeof ORDER,
	schema: v.GenericSchema<unknown, Row>,
	leaveOut?: (columns: string) => void
): Promise<Row[]> {
	const rows: Row[] = [];
	let read = 0;
	for (;;) {
		let query = client.from(table).select(COLUMNS[table]);
		for (const column of ORDER[table]) query = query.order(column);
		const data = await ask(table, query.range(read, read + PAGE_ROWS - 1).retry(false));
		// A server may hand out fewer rows than asked, so only an empty page is the end.
		if (data.length === 0) return rows;
		for (const row of data) {
			const judged = v.safeParse(schema, row);
			if (judged.success) rows.push(judged.output);
			else if (!leaveOut) throw new v.ValiError(judged.issues);
			else leaveOut(judged.issues.map((issue) => v.getDotPath(issue)).join(', '));
			read += 1;
		}
	}
}
