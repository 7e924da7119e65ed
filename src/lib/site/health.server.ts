/** How the site is, for a monitor and a load balancer: whether its database reads and writes, and whether mail leaves. */
import { ask } from '$lib/base/database/ask.server';
import { serviceClient, type TypedClient } from '$lib/base/database/supabase.server';
import { inOneLine } from '$lib/base/log/tellError.server';
import { timeLimit } from '$lib/base/settings/limits.server';
import { askDirectoryVersion } from '$lib/directory/directory.server';

type Works = 'ok' | 'failed';

export interface Health {
	reads: Works;
	writes: Works;
	/** Unknown where it cannot be read. */
	mail: 'ok' | 'late' | 'unknown';
	/** Of mail that is late: how many, and since when the oldest waits. */
	mailsWaiting?: number;
	oldestMailSeconds?: number;
	directoryVersion?: number;
}

interface Options {
	client: () => TypedClient;
	readVersion: () => Promise<number | undefined>;
	/** Milliseconds, never running backwards. */
	now?: () => number;
	log?: (message: string) => void;
}

type Rest = Pick<Health, 'writes' | 'mail' | 'mailsWaiting' | 'oldestMailSeconds'>;

/** Reads every time; writes at most once a second, and gives who asks in between the same answer. */
export function healthCheck({
	client,
	readVersion,
	now = () => performance.now(),
	log = console.error
}: Options): () => Promise<Health> {
	let rest: { at: number; found: Promise<Rest> } | undefined;
	let writes: Works = 'ok';

	async function tryWrite(): Promise<Works> {
		const before = writes;
		try {
			await ask('try_write', client().rpc('try_write'));
			writes = 'ok';
			if (before !== writes) log('The database writes again.');
		} catch (cause) {
			writes = 'failed';
			if (before !== writes) log(`The database reads but does not write. ${inOneLine(cause)}`);
		}
		return writes;
	}

	async function mail(): Promise<Omit<Rest, 'writes'>> {
		try {
			const seconds = Math.ceil(timeLimit('MAIL_LATE_MS') / 1_000);
			const [late] = await ask('late_mail', client().rpc('late_mail', { p_seconds: seconds }));
			if (!late || late.mails === 0) return { mail: 'ok' };
			return { mail: 'late', mailsWaiting: late.mails, oldestMailSeconds: late.oldest_seconds };
		} catch {
			return { mail: 'unknown' };
		}
	}

	const look = async (): Promise<Rest> => ({ writes: await tryWrite(), ...(await mail()) });

	return async () => {
		const directoryVersion = await readVersion();
		if (directoryVersion === undefined) return { reads: 'failed', writes: 'failed', mail: 'unknown' };
		if (!rest || now() >= rest.at + timeLimit('HEALTH_RECHECK_MS')) rest = { at: now(), found: look() };
		return { reads: 'ok', ...(await rest.found), directoryVersion };
	};
}

export const health = healthCheck({ client: serviceClient, readVersion: askDirectoryVersion });
