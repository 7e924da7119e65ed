import { DatabaseError } from '$lib/base/database/supabase.server';
import { UnavailableError } from '$lib/base/http/errors.server';
import { timeLimit } from '$lib/base/settings/limits.server';
import { contentVersion } from './contentVersion.server';

/** On the clock of `performance.now()`, as an edition of the directory. */
interface ContentEdition {
	version: number;
	sureUntil: number;
}

let known: ContentEdition | undefined;
let asked: Promise<ContentEdition> | undefined;

/**
 * The edition of the public knowledge base as it was when the directory would have been asked too, so that many requests at one
 * moment ask once. Nobody waits longer for it than for the directory.
 * @throws DatabaseError, UnavailableError
 */
export function currentContentVersion(): Promise<ContentEdition> {
	if (known && performance.now() < known.sureUntil) return Promise.resolve(known);
	return (asked ??= ask().finally(() => (asked = undefined)));
}

/** As it was told last, for what is kept already. */
export const lastContentVersion = (): ContentEdition | undefined =>
	known && { ...known, sureUntil: -Infinity };

async function ask(): Promise<ContentEdition> {
	// The clock starts before the question: what changes while it is asked counts as later.
	const sureUntil = performance.now() + timeLimit('DIRECTORY_RECHECK_MS');
	known = { version: await inTime(contentVersion()), sureUntil };
	return known;
}

function inTime<Answer>(work: Promise<Answer>): Promise<Answer> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(
		() => reject(new UnavailableError('The knowledge base does not answer.')),
		timeLimit('DIRECTORY_PATIENCE_MS')
	);
	return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** Whether the knowledge base cannot be asked now; what else goes wrong is a mistake of ours. */
export const isAway = (cause: unknown): boolean =>
	cause instanceof UnavailableError || (cause instanceof DatabaseError && cause.isAway);
