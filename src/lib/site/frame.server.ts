import type { AccountSummary } from '$lib/domain/account/account';
import { DirectoryUnavailableError, getDirectory } from '$lib/directory/directory.server';
import { logError } from '$lib/base/http/errors.server';
import type { RequestEvent } from '@sveltejs/kit';

export interface Frame {
	hasExampleData: boolean;
	/** Who is signed in; null for a visitor, and while the database does not answer. */
	account: AccountSummary | null;
}

/** What the frame of every page shows. It never fails: what a page needs, it asks for itself. */
export async function frameOf({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>): Promise<Frame> {
	const [hasExampleData, account] = await Promise.all([
		getDirectory().then(
			({ directory }) => directory.hasExampleData,
			(cause: unknown) => {
				if (cause instanceof DirectoryUnavailableError) return false;
				throw cause;
			}
		),
		locals.session.account().catch((cause: unknown) => {
			logError(cause, request);
			return null;
		})
	]);
	return {
		hasExampleData,
		account: account && {
			id: account.id,
			fullName: account.fullName,
			status: account.status,
			role: account.role
		}
	};
}
