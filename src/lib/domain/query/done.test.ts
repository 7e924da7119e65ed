import { expect, it } from 'vitest';
import { doneParam, readDone } from './done';

const read = (query: string) => readDone(new URLSearchParams(query), ['paused', 'resumed']);

it('goes through the address in Dutch', () => {
	expect(doneParam('paused')).toBe('klaar=gepauzeerd');
	expect(read(doneParam('paused'))).toBe('paused');
	expect(read(doneParam('resumed'))).toBe('resumed');
});

it.each(['', 'klaar=', 'klaar=paused', 'klaar=bevestigd', 'klaar=toString'])(
	'is nothing for "%s"',
	(query) => {
		expect(read(query)).toBeNull();
	}
);
