/** Asks the database about one person twice: as that person, and as anybody who is not signed in. */
import * as v from 'valibot';
import { SUBJECTS, type Answer, type Comparison, type Subject } from './own/answer';
import { DatabaseError, type TypedClient } from '$lib/base/database/supabase.server';
import { ask, type Question } from '$lib/base/database/ask.server';

/** Each question asks for all that is held about one account. */
const QUESTIONS: Record<Subject, (client: TypedClient, id: string) => Question<unknown>> = {
	profile: (client, id) => client.from('profile').select('*').eq('id', id),
	account: (client) => client.rpc('my_account'),
	colleagues: (client, id) => client.rpc('colleagues').eq('id', id),
	decisions: (client, id) => client.from('account_decision').select('*').eq('account_id', id),
	trail: (client, id) => client.from('audit_entry').select('*').eq('account_id', id),
	// Not the columns that nobody reads.
	mail: (client, id) => client.from('email_outbox').select('template, to_address').eq('recipient_id', id)
};

const rows = v.array(v.record(v.string(), v.unknown()));

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
	try {
		return { kind: 'rows', rows: v.parse(rows, await ask(subject, QUESTIONS[subject](client, id))) };
	} catch (cause) {
		// PostgreSQL's "insufficient privilege".
		if (cause instanceof DatabaseError && cause.code === '42501') return { kind: 'refused' };
		throw cause;
	}
}
