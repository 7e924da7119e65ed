import { expect, test } from 'vitest';
import { ACCOUNT_STATUSES, ROLES } from '$lib/domain/account/account';
import { actionsFor, changeReasonProblem, changeSentence, confirmationOf } from './memberChange';

const government = { name: 'Gemeente Gent', slug: 'gemeente-gent', path: '/besturen/gent' };

test('only what makes sense for an account is offered', () => {
	expect(actionsFor({ status: 'approved', role: 'member', government })).toEqual([
		'suspend',
		'make_editor',
		'make_admin'
	]);
	expect(actionsFor({ status: 'approved', role: 'admin', government })).toEqual([
		'suspend',
		'make_member',
		'make_editor'
	]);
	expect(actionsFor({ status: 'suspended', role: 'member', government })).toEqual(['restore']);
	expect(actionsFor({ status: 'rejected', role: 'member', government })).toEqual(['restore']);
	expect(actionsFor({ status: 'pending', role: 'member', government })).toEqual([]);
});

test('an administrator without a local government cannot become anything else', () => {
	expect(actionsFor({ status: 'approved', role: 'admin', government: null })).toEqual(['suspend']);
	expect(actionsFor({ status: 'suspended', role: 'member', government: null })).toEqual([]);
});

test('every change that is offered says what it means', () => {
	for (const status of ACCOUNT_STATUSES) {
		for (const role of ROLES) {
			for (const action of actionsFor({ status, role, government })) {
				const { title, text, verb } = confirmationOf(action, {
					fullName: 'An',
					status,
					role,
					government
				});
				expect([title, text, verb].every((sentence) => sentence.length > 3)).toBe(true);
			}
		}
	}
});

test('an editor publishes, and only an administrator hears what is lost by it', () => {
	const about = { fullName: 'An', status: 'approved', government } as const;
	const ofMember = confirmationOf('make_editor', { ...about, role: 'member' }).text;
	expect(ofMember).toContain('Gemeente Gent');
	expect(ofMember).toContain('ziet iedereen meteen');
	expect(ofMember).not.toContain('beheren');
	expect(confirmationOf('make_editor', { ...about, role: 'admin' }).text).toContain('niets meer beheren');
	expect(confirmationOf('make_member', { ...about, role: 'editor' }).text).not.toContain('beheren');
});

test('a restored rejection sends no mail yet', () => {
	const member = { fullName: 'An', role: 'member', government } as const;
	expect(confirmationOf('restore', { ...member, status: 'rejected' }).sendsMail).toBe(false);
	expect(confirmationOf('restore', { ...member, status: 'suspended' }).sendsMail).toBe(true);
});

test('only suspending needs a reason', () => {
	expect(changeReasonProblem('', 'suspend')).toBeDefined();
	expect(changeReasonProblem('', 'make_admin')).toBeUndefined();
	expect(changeReasonProblem('x'.repeat(2_001), 'make_admin')).toBeDefined();
});

test('a refusal is no good news, and names nobody who is gone', () => {
	const sentence = changeSentence({ kind: 'changed', action: 'suspend', outcome: 'unchanged' }, null);
	expect(sentence.good).toBe(false);
	expect(sentence.text).toContain('een vertrokken account');
});
