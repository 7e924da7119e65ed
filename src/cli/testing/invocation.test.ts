import { describe, expect, it } from 'vitest';
import { readInvocation } from './invocation';

describe('what is asked of a run', () => {
	it('is everything in the order of the files when nothing is said', () => {
		expect(readInvocation([])).toEqual({ names: [], seed: undefined, changed: false, shard: undefined });
	});

	it('is stages by name, a part of them, or what changed', () => {
		expect(readInvocation(['unit', 'e2e', '--shard=1/2', '--changed'])).toMatchObject({
			names: ['unit', 'e2e'],
			shard: '1/2',
			changed: true
		});
	});

	it('is a random order, by a seed of one’s own or by a new one, wherever it stands', () => {
		expect(readInvocation(['--shuffle=7'])).toMatchObject({ seed: 7 });
		expect(readInvocation(['--shuffle', 'unit'])).toMatchObject({
			names: ['unit'],
			seed: expect.any(Number)
		});
	});

	it.each([['--shuffle=often'], ['--shard=2'], ['--shard=0/2'], ['--slowly']])('is refused as %s', (arg) => {
		expect(() => readInvocation([arg])).toThrow();
	});
});
