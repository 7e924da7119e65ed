import { expect, it } from 'vitest';
import { isNoConnection } from './clientErrors';

const away = () => Promise.reject(new TypeError('Failed to fetch'));
const there = () => Promise.resolve();

it.each([
	'Failed to fetch',
	'NetworkError when attempting to fetch resource.',
	'Load failed',
	'The Internet connection appears to be offline.',
	'Failed to fetch dynamically imported module: https://x.be/_app/immutable/nodes/7.js',
	'error loading dynamically imported module: https://x.be/_app/immutable/nodes/7.js',
	'Importing a module script failed.'
])('“%s” is no connection when the site does not answer', async (message) => {
	expect(await isNoConnection(new TypeError(message), away)).toBe(true);
});

it('a script that is not there while the site answers is a mistake', async () => {
	const error = new TypeError('Failed to fetch dynamically imported module: https://x.be/a.js');
	expect(await isNoConnection(error, there)).toBe(false);
});

it.each([new TypeError('undefined is not a function'), new Error('Failed to fetch'), 'Failed to fetch'])(
	'%s is a mistake, also without a connection',
	async (error) => {
		expect(await isNoConnection(error, away)).toBe(false);
	}
);
