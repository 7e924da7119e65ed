import { error, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/domain/account/account';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/**
 * Whose page it is, on a route that is only for people with an account.
 * @throws 404 without one, which such a route does not let through
 */
export async function requireAccount({ session }: App.Locals): Promise<Account> {
	const account = await session.account();
	if (!account) error(404, { message: m.server_error_not_found() });
	return account;
}

/** Waiting for approval or approved: then there is something to change. */
export const isOpen = ({ status }: Pick<Account, 'status'>): boolean =>
	status === 'pending' || status === 'approved';

/** The same for what only an open account can do; a closed one reads on its own page what it is. */
export async function requireOpenAccount(locals: App.Locals): Promise<Account> {
	const account = await requireAccount(locals);
	if (!isOpen(account)) redirect(303, localPath('/account'));
	return account;
}
