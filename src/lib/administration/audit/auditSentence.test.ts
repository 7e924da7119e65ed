import { expect, test } from 'vitest';
import { AUDIT_ACTIONS, NO_DETAILS, type AuditEntry } from './auditEntry';
import { auditActionLabel, auditSentence } from './auditSentence';

const ENTRY: AuditEntry = {
	...NO_DETAILS,
	id: 1,
	happenedAt: '2026-11-21T20:00:00.000Z',
	action: 'approved',
	actor: { id: 'a', fullName: 'Ada Beheer' },
	account: { id: 'b', fullName: 'An Peeters' },
	governmentName: 'Gemeente Gent'
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

test('says what a message was about that somebody answered, not whose it was', () => {
	expect(auditSentence({ ...ENTRY, account: null, action: 'message_answered', messageKind: 'privacy' })).toBe(
		'Ada Beheer beantwoordde een bericht (Mijn gegevens).'
	);
});

test('says when a government takes part, and what was there before', () => {
	const about = (participation: AuditEntry['participation']) =>
		auditSentence({ ...ENTRY, account: null, action: 'participation_changed', participation });
	const now = { since: '2026-02-01', until: null };
	expect(about({ ...now, before: null })).toBe(
		'Ada Beheer zette dat het bestuur meedoet sinds 1 februari 2026.'
	);
	expect(about({ ...now, before: { since: null, until: null } })).toBe(about({ ...now, before: null }));
	expect(about({ ...now, before: { since: '2017-05-01', until: '2020-01-01' } })).toBe(
		'Ada Beheer zette dat het bestuur meedoet sinds 1 februari 2026. Daarvoor deed het mee van 1 mei 2017 tot 1 januari 2020.'
	);
	expect(
		about({ since: '2017-05-01', until: '2020-01-01', before: { since: '2017-05-01', until: null } })
	).toContain('Daarvoor deed het mee sinds 1 mei 2017.');
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

test('themes go by the name they had, and a merged one by what it became part of', () => {
	const before = { nl: 'Jongeren', fr: 'Jeunes', en: 'Young people' };
	const name = { ...before, nl: 'Jonge vrijwilligers' };
	const about = (change: Partial<NonNullable<AuditEntry['topic']>>) => ({
		...ENTRY,
		account: null,
		topic: { name, before: null, into: null, ...change }
	});
	expect(auditSentence({ ...about({}), action: 'topic_created' })).toBe(
		'Ada Beheer maakte het thema “Jonge vrijwilligers”.'
	);
	expect(auditSentence({ ...about({ before }), action: 'topic_renamed' })).toBe(
		'Ada Beheer hernoemde het thema “Jongeren” tot “Jonge vrijwilligers”.'
	);
	expect(auditSentence({ ...about({ name: before, into: name }), action: 'topics_merged' })).toBe(
		'Ada Beheer voegde het thema “Jongeren” bij “Jonge vrijwilligers”.'
	);
	// Only the French name changed.
	expect(
		auditSentence({ ...about({ name: { ...before, fr: 'La jeunesse' }, before }), action: 'topic_renamed' })
	).toBe('Ada Beheer hernoemde het thema “Jeunes” tot “La jeunesse”.');
});

test('every action has a sentence and a name', () => {
	for (const action of AUDIT_ACTIONS) {
		expect(auditSentence({ ...ENTRY, action })).toMatch(/\.$/);
		expect(auditActionLabel(action)).not.toBe('');
	}
});
