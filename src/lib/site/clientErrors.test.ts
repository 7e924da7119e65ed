import { expect, it } from 'vitest';
import { isNotFetched } from './clientErrors';

it.each([
	'Failed to fetch',
	'Failed to fetch the data of a page: 502',
	'network error',
	'NetworkError when attempting to fetch resource.',
	'Load failed',
	'The Internet connection appears to be offline.',
	'Failed to fetch dynamically imported module: https://x.be/_app/immutable/nodes/7.js',
	'error loading dynamically imported module: https://x.be/_app/immutable/nodes/7.js',
	'Importing a module script failed.'
])('“%s” is something that did not come', (message) => {
	expect(isNotFetched(new TypeError(message))).toBe(true);
});

it('a style sheet that did not come is told by an error of another kind', () => {
	expect(isNotFetched(new Error('Unable to preload CSS for /_app/immutable/assets/7.css'))).toBe(true);
});

it.each([new TypeError('undefined is not a function'), new Error('Failed to fetch'), 'Failed to fetch'])(
	'%s is a mistake',
	(error) => {
		expect(isNotFetched(error)).toBe(false);
	}
);
