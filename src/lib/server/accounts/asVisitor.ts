/** Asks the database about one person twice: as that person, and as anybody who is not signed in. */
import { SUBJECTS, type Answer, type Comparison, type Subject } from '$lib/accounts/own/answer';
import { within } from '../limits';
import { DatabaseError, type TypedClient } from '../supabase';

type Result = { data: unknown; error: { code: string; message: string } | null };

/** Each question asks for all that is held about one account. */
const QUESTIONS: Record<Subject, (client: TypedClient, id: string) => PromiseLike<Result>> = {
	profile: (client, id) => client.from('profile').select('*').eq('id', id).abortSignal(patience()),
	account: (client) => client.rpc('my_account').abortSignal(patience()),
	colleagues: (client, id) => client.rpc('colleagues').eq('id', id).abortSignal(patience()),
	decisions: (client, id) =>
		client.from('account_decision').select('*').eq('account_id', id).abortSignal(patience()),
	trail: (client, id) => client.from('audit_entry').select('*').eq('account_id', id).abortSignal(patience()),
	// Not the columns that nobody reads.
	mail: (client, id) =>
		client.from('email_outbox').select('template, to_address').eq('recipient_id', id).abortSignal(patience())
};

const patience = () => within('REQUEST_TIMEOUT_MS');

/**
 * @param own acts as the person with this id
 * @param visitor has no session
 * @throws DatabaseError when the database neither answers nor refuses
 */
export function compareWithVisitor(
	own: TypedClient,
	visitor: TypedClient,
	id: string
): Promise<Comparison[]> {
	return Promise.all(
		SUBJECTS.map(async (subject) => ({
			subject,
			own: await answerTo(subject, own, id),
			visitors: await answerTo(subject, visitor, id)
		}))
	);
}

async function answerTo(subject: Subject, client: TypedClient, id: string): Promise<Answer> {
	const { data, error } = await QUESTIONS[subject](client, id);
	// PostgreSQL's "insufficient privilege".
	if (error?.code === '42501') return { kind: 'refused' };
	if (error) throw new DatabaseError(subject, error);
	return { kind: 'rows', rows: (Array.isArray(data) ? data : []) as Record<string, unknown>[] };
}
