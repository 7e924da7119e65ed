import * as v from 'valibot';
import type { Colleague } from './colleague';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { readColleague } from './search.server';

export const accountId = v.pipe(v.string(), v.uuid());

/**
 * The colleague that an address names.
 * @returns undefined for who is not there to see, and for what is no id
 * @throws 503 when the database does not answer
 */
export async function requireColleague(
	{ session }: App.Locals,
	id: string,
	request: Request
): Promise<Colleague | undefined> {
	if (!v.is(accountId, id)) return undefined;
	return requireAnswer(readColleague(session.client, await requireDirectory(), id), request);
}
