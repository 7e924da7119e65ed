/** Who keeps a part of the directory, and which. The database decides what they may do; this decides what is shown. */
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Account } from '$lib/domain/account/account';
import type { LocalGovernment } from '$lib/domain/directory/directory';
import { localPath } from '$lib/base/i18n/localPath';
import { governmentContent, type GovernmentContent } from './content';
import { ask } from '$lib/base/database/ask.server';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

export interface Keeper {
	account: Account;
	government: LocalGovernment;
	/** An editor of it, or an administrator; others suggest. */
	canEdit: boolean;
	isAdmin: boolean;
	/** Of the government that an administrator chose, for links; null for one's own. */
	chosen: string | null;
}

/** The government that an administrator names with `?bestuur=`, or else one's own; null when there is none. */
export async function findKeeper(locals: App.Locals, url: URL): Promise<Keeper | null> {
	const account = await requireAccount(locals);
	const { directory } = await requireDirectory();
	const slug = account.role === 'admin' ? url.searchParams.get('bestuur') : null;
	const government = directory.localGovernments.find((one) =>
		slug === null ? one.id === account.localGovernmentId : one.slug === slug
	);
	return government ? keeperOf(account, government) : null;
}

export function keeperOf(account: Account, government: LocalGovernment): Keeper {
	const isAdmin = account.role === 'admin';
	const isOwn = government.id === account.localGovernmentId;
	return {
		account,
		government,
		isAdmin,
		canEdit: isAdmin || (isOwn && account.role === 'editor'),
		chosen: isOwn ? null : government.slug
	};
}

/** The same for a page that is nothing without a government: there an administrator chooses one first. */
export async function requireKeeper(locals: App.Locals, url: URL): Promise<Keeper> {
	return (await findKeeper(locals, url)) ?? redirect(303, localPath('/mijn-bestuur'));
}

const governmentRow = v.object({
	review_changes: v.boolean(),
	revision: v.number(),
	updated_at: v.string()
});

export interface GovernmentPage {
	content: GovernmentContent;
	/** A second pair of eyes sees every change. */
	reviews: boolean;
	revision: number;
	/** ISO instant. */
	updatedAt: string;
}

/** What a government's page says at this moment. @throws DatabaseError */
export async function readGovernmentPage(client: TypedClient, id: string): Promise<GovernmentPage> {
	const [row] = await ask(
		'local_government',
		client
			.from('local_government')
			.select('website, phone, email, description, review_changes, revision, updated_at')
			.eq('id', id)
	);
	const { review_changes: reviews, revision, updated_at: updatedAt } = v.parse(governmentRow, row);
	return { content: v.parse(governmentContent, row), reviews, revision, updatedAt };
}
