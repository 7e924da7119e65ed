/** What each mail is about, with the worst that a name or a reason may hold. */
export const ACCOUNT = '0b0e7a3e-5b1f-4a7e-9d55-111111111111';
/** What a name or a reason may hold at worst. */
export const HOSTILE = '<b onclick="x">Bo & "Co"</b>';

export const LETTER = {
	name: HOSTILE,
	sender: HOSTILE,
	senderId: '0b0e7a3e-5b1f-4a7e-9d55-444444444444',
	senderEmail: 'jef@gent.example',
	senderGovernment: HOSTILE,
	recipient: HOSTILE,
	recipientId: ACCOUNT,
	recipientGovernment: null,
	subject: HOSTILE,
	message: `${HOSTILE}\nTweede regel.`
};

export const PARAMS: Record<string, object> = {
	auth_confirmation: { token: 'a1'.repeat(28) },
	auth_recovery: { token: 'a1'.repeat(28) },
	auth_magic_link: { token: 'a1'.repeat(28) },
	auth_email_change: { token: 'a1'.repeat(28), newAddress: 'noor@gent.example' },
	already_registered: {},
	account_approved: { name: HOSTILE, reason: HOSTILE, role: 'member' },
	account_rejected: { name: HOSTILE, reason: HOSTILE },
	account_suspended: { name: HOSTILE, reason: HOSTILE },
	account_restored: { name: HOSTILE },
	role_changed: { name: HOSTILE, role: 'editor', reason: HOSTILE },
	email_changed: { name: HOSTILE, newAddress: 'j…@gent.be' },
	password_changed: { name: HOSTILE },
	account_ends: { name: HOSTILE, status: 'suspended', on: '2026-12-31' },
	password_chosen: { name: HOSTILE },
	account_left: { name: HOSTILE },
	desk_report: { name: HOSTILE, desk: HOSTILE, topic: 'hours', count: 1 },
	new_request: { name: HOSTILE, count: 3 },
	evidence_changed: { name: HOSTILE, count: 3 },
	new_colleague: { name: HOSTILE, colleague: HOSTILE, government: 'Gent' },
	first_message: LETTER,
	first_message_copy: LETTER,
	colleague_report: { name: HOSTILE },
	digest: {
		name: HOSTILE,
		colleagues: [
			{ id: LETTER.senderId, name: HOSTILE, government: HOSTILE, topics: [HOSTILE, 'Jongeren'] },
			{ id: ACCOUNT, name: 'Zoë', government: 'Gent', topics: [] }
		],
		colleagueCount: 25,
		governments: [{ name: HOSTILE, slug: 'gent' }],
		governmentCount: 1,
		desks: [{ name: HOSTILE, slug: 'loket-gent', government: HOSTILE }],
		deskCount: 2
	},
	contact_message: { name: HOSTILE, count: 2, privacy: 1 },
	contact_answer: { name: HOSTILE, message: HOSTILE, answer: `${HOSTILE}\n\nTweede alinea.` },
	change_waiting: {
		name: HOSTILE,
		government: HOSTILE,
		what: HOSTILE,
		changeId: '0b0e7a3e-5b1f-4a7e-9d55-333333333333'
	},
	page_changed: { name: HOSTILE, government: HOSTILE, what: HOSTILE, by: 'import' },
	change_reviewed: {
		name: HOSTILE,
		government: 'Gemeente Gent',
		what: null,
		changeId: '0b0e7a3e-5b1f-4a7e-9d55-333333333333',
		decision: 'reject',
		reason: HOSTILE
	},
	desk_check: {
		name: HOSTILE,
		desk: HOSTILE,
		government: 'Gent',
		deskId: 'x',
		token: 'a1'.repeat(32),
		round: 'first'
	}
};
export const TOPIC_OF: Record<string, string> = {
	desk_report: 'desk_work',
	change_waiting: 'desk_work',
	page_changed: 'desk_work',
	new_request: 'new_request',
	evidence_changed: 'new_request',
	new_colleague: 'new_colleague',
	first_message: 'first_message',
	colleague_report: 'new_request',
	digest: 'digest',
	contact_message: 'new_request'
};
