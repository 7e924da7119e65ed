import { describe, expect, it } from 'vitest';
import { verdictOn } from './audience.ts';

const member = { status: 'approved', role: 'member' } as const;
const admin = { status: 'approved', role: 'admin' } as const;

describe('who may open a page', () => {
	it('is everybody for what is public', () => {
		expect(verdictOn('everyone', null)).toBe('open');
	});
	it('is nobody for a page that nobody decided about', () => {
		expect(verdictOn(undefined, admin)).toBe('closed');
	});
	it('is whoever signs in for an account, also one that was refused', () => {
		expect(verdictOn('session', null)).toBe('signIn');
		expect(verdictOn('session', { status: 'rejected', role: 'member' })).toBe('open');
		expect(verdictOn('open', { status: 'suspended', role: 'member' })).toBe('closed');
		expect(verdictOn('open', { status: 'pending', role: 'member' })).toBe('open');
	});
	it('is told to who waits for a decision, for what every member may open', () => {
		const waiting = { status: 'pending', role: 'member' } as const;
		expect(verdictOn('approved', waiting)).toBe('waits');
		expect(verdictOn('admin', waiting)).toBe('closed');
		expect(verdictOn('approved', { status: 'rejected', role: 'member' })).toBe('closed');
	});
	it('is an approved administrator for the administration', () => {
		expect(verdictOn('admin', admin)).toBe('open');
		expect(verdictOn('admin', member)).toBe('closed');
		expect(verdictOn('admin', { status: 'suspended', role: 'admin' })).toBe('closed');
		expect(verdictOn('admin', null)).toBe('signIn');
	});
});
