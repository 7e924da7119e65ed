import { expect, it } from 'vitest';
import { pathsToKeep } from './keptCopy';

it('keeps the paths that a page sends', () => {
	expect(pathsToKeep({ type: 'keep', paths: ['/loketten', '/kaart/gent.svg'] })).toEqual([
		'/loketten',
		'/kaart/gent.svg'
	]);
});

it.each([
	['nothing', null],
	['a text', 'keep'],
	['another message', { type: 'drop', paths: ['/loketten'] }],
	['no paths', { type: 'keep' }],
	['one path', { type: 'keep', paths: '/loketten' }],
	['what is no path', { type: 'keep', paths: [null, 4, { path: '/loketten' }] }]
])('keeps nothing for %s', (_, message) => {
	expect(pathsToKeep(message)).toEqual([]);
});
