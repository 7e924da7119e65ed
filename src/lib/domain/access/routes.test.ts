import { describe, expect, it } from 'vitest';
import { verdictFor } from './routes.ts';

const member = { status: 'approved', role: 'member' } as const;
const admin = { status: 'approved', role: 'admin' } as const;

describe('who may open a page', () => {
	it('is everybody for what is public', () => {
		expect(verdictFor('/(public)', null)).toBe('open');
	});
	it('is nobody for a page that nobody decided about', () => {
		expect(verdictFor('/beheer/made-tomorrow', admin)).toBe('closed');
	});
	it('is whoever signs in for an account, also one that was refused', () => {
		expect(verdictFor('/(leden)/account', null)).toBe('signIn');
		expect(verdictFor('/(leden)/account', { status: 'rejected', role: 'member' })).toBe('open');
		expect(verdictFor('/(leden)/account/pauze', { status: 'suspended', role: 'member' })).toBe('closed');
		expect(verdictFor('/(leden)/account/pauze', { status: 'pending', role: 'member' })).toBe('open');
	});
	it('is an approved administrator for the administration', () => {
		expect(verdictFor('/beheer/aanvragen', admin)).toBe('open');
		expect(verdictFor('/beheer/aanvragen', member)).toBe('closed');
		expect(verdictFor('/beheer/aanvragen', { status: 'suspended', role: 'admin' })).toBe('closed');
		expect(verdictFor('/beheer/aanvragen', null)).toBe('signIn');
	});
});
