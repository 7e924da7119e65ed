import { expect, test } from 'vitest';
import { AUDIT_ACTIONS, type AuditEntry } from './auditEntry';
import { auditActionLabel, auditSentence } from './auditSentence';

const ENTRY: AuditEntry = {
	id: 1,
	happenedAt: '2026-11-21T20:00:00.000Z',
	action: 'approved',
	actor: { id: 'a', fullName: 'Ada Beheer' },
	account: { id: 'b', fullName: 'An Peeters' },
	governmentName: 'Gemeente Gent',
	newRole: null,
	undoneDecision: null
};

test('says who did what to whom', () => {
	expect(auditSentence(ENTRY)).toBe('Ada Beheer keurde de aanvraag van An Peeters goed.');
	expect(auditSentence({ ...ENTRY, action: 'undone', undoneDecision: 'rejected' })).toBe(
		'Ada Beheer maakte de afwijzing van An Peeters ongedaan.'
	);
	expect(auditSentence({ ...ENTRY, action: 'role_changed', newRole: 'editor' })).toBe(
		'Ada Beheer gaf An Peeters de rol redacteur.'
	);
});

test('names nobody who is gone, and still tells one from another', () => {
	const gone = { id: '3f2a9d1e-3c1b-4b7a-9a43-0d5b8f6f2a11', fullName: null };
	expect(auditSentence({ ...ENTRY, account: gone })).toBe(
		'Ada Beheer keurde de aanvraag van vertrokken account 3f2a goed.'
	);
	expect(auditSentence({ ...ENTRY, action: 'left', actor: gone, account: gone })).toBe(
		'Vertrokken account 3f2a vertrok en wiste het eigen account.'
	);
});

test('what nobody did, the server did', () => {
	expect(auditSentence({ ...ENTRY, actor: null, action: 'role_changed', newRole: 'admin' })).toBe(
		'De server gaf An Peeters de rol beheerder.'
	);
	expect(auditSentence({ ...ENTRY, action: 'mail_resent', account: null })).toBe(
		'Ada Beheer liet een mail opnieuw versturen.'
	);
});

test('every action has a sentence and a name', () => {
	for (const action of AUDIT_ACTIONS) {
		expect(auditSentence({ ...ENTRY, action })).toMatch(/\.$/);
		expect(auditActionLabel(action)).not.toBe('');
	}
});
