import { expect, test } from 'vitest';
import { changedParts } from './decisions';

const seen = 'email:1 name:2 role:3';

test('what changed is told part by part', () => {
	const all = changedParts('member', '', null);
	expect(all).toContain('email');
	expect(changedParts('member', 'nothing that was ever shown', seen)).toEqual(all);
	const rest = all.filter((part) => !['email', 'name', 'role'].includes(part));
	expect(changedParts('member', seen, seen)).toEqual(rest);
	expect(changedParts('member', seen, 'email:1 name:4 role:3')).toEqual(['name', ...rest]);
});
