/** Writing to a colleague for the first time, and keeping somebody away. Everything runs as the member who is signed in. */
import * as v from 'valibot';
import { ask } from '$lib/base/database/ask.server';
import { instant } from '$lib/base/database/row.server';
import { DatabaseError, type TypedClient } from '$lib/base/database/supabase.server';

/**
 * How sending went. `not-reachable` is all that is told of who is not there, wants no messages or blocked the sender.
 */
export type Sending = 'sent' | 'not-reachable' | 'too-many' | 'just-sent' | 'paused';

const REASONS: Readonly<Record<string, Sending>> = {
	NOT_REACHABLE: 'not-reachable',
	TOO_MANY: 'too-many',
	JUST_SENT: 'just-sent',
	PAUSED: 'paused'
};

/**
 * Hands a message on as mail, with a copy to the sender; it is kept nowhere else.
 * @param to UUID of the colleague
 * @throws DatabaseError
 */
export async function sendFirstMessage(
	client: TypedClient,
	to: string,
	{ subject, message }: { subject: string; message: string }
): Promise<Sending> {
	try {
		await ask(
			'send_first_message',
			client.rpc('send_first_message', { p_to: to, p_subject: subject, p_message: message })
		);
		return 'sent';
	} catch (cause) {
		const known = cause instanceof DatabaseError && cause.reason ? REASONS[cause.reason] : undefined;
		if (known) return known;
		throw cause;
	}
}

/** Wants no messages of somebody any more, or again. @throws DatabaseError */
export async function blockColleague(client: TypedClient, id: string, blocked: boolean): Promise<void> {
	await ask('block_colleague', client.rpc('block_colleague', { p_id: id, p_blocked: blocked }));
}

/**
 * Tells the administrators about somebody.
 * @returns `too-often` when nothing was told, for today there were ten already
 * @throws DatabaseError
 */
export async function reportColleague(
	client: TypedClient,
	id: string,
	reason: string
): Promise<'told' | 'too-often'> {
	try {
		await ask('report_colleague', client.rpc('report_colleague', { p_id: id, p_reason: reason }));
		return 'told';
	} catch (cause) {
		if (cause instanceof DatabaseError && cause.reason === 'TOO_OFTEN') return 'too-often';
		throw cause;
	}
}

export interface Block {
	id: string;
	/** Null for who is not to be seen now. */
	fullName: string | null;
	since: string;
}

const blockRow = v.object({ blocked_id: v.string(), created_at: instant });

/** Whom the caller blocked, the last one first. @throws DatabaseError */
export async function readBlocks(client: TypedClient): Promise<Block[]> {
	const rows = v.parse(
		v.array(blockRow),
		await ask(
			'colleague_block',
			client
				.from('colleague_block')
				.select('blocked_id, created_at')
				.order('created_at', { ascending: false })
		)
	);
	if (rows.length === 0) return [];
	const visible = await ask(
		'colleagues',
		client
			.rpc('colleagues')
			.select('id, full_name')
			.in(
				'id',
				rows.map((row) => row.blocked_id)
			)
	);
	const names = new Map(visible.map((one) => [one.id, one.full_name]));
	return rows.map((row) => ({
		id: row.blocked_id,
		fullName: names.get(row.blocked_id) ?? null,
		since: row.created_at
	}));
}
