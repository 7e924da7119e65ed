import { describe, expect, it } from 'vitest';
import { piecesOf, type BuiltModule } from './pieces.ts';

const module = (id: string, imports: string[], code = `own(${id})`): BuiltModule => ({
	...{ id, code, imports, dynamicImports: [], exports: [id] }
});
const site = (...modules: BuiltModule[]) => new Map(modules.map((one) => [one.id, one]));
const CLOSED = { isOpen: false };
const PAGES = new Map([
	['home', CLOSED],
	['contact', CLOSED]
]);
const modulesIn = (...args: Parameters<typeof piecesOf>): string[][] =>
	piecesOf(...args)
		.map(({ modules }) => modules.toSorted())
		.toSorted();

describe('a piece', () => {
	it('is what the same pages need; what one page needs alone comes with that', () => {
		const modules = site(
			module('home', ['map', 'menu']),
			module('contact', ['menu']),
			module('map', ['colours']),
			module('menu', ['link']),
			module('link', []),
			module('colours', [])
		);
		expect(modulesIn(modules, PAGES)).toEqual([['colours', 'home', 'map'], ['contact'], ['link', 'menu']]);
	});

	it('names the pieces that it needs, and weighs what it has', () => {
		const modules = site(module('home', ['menu']), module('contact', ['menu']), module('menu', []));
		const pieces = piecesOf(modules, new Map([...PAGES, ['home', { isOpen: true }]]));
		const [menu] = pieces.filter(({ modules }) => modules.includes('menu'));
		expect(pieces.map(({ entry }) => entry).toSorted()).toEqual(['closed', 'open', undefined]);
		expect(menu?.imports).toEqual([]);
		expect(menu?.bytes).toBeGreaterThan(0);
		expect(pieces.find(({ name }) => name === 'home')?.imports).toEqual([menu?.name]);
	});

	it('is not what is loaded later, unless a page needs it at once', () => {
		const later = { ...module('home', ['menu']), dynamicImports: ['engine'] };
		const modules = site(later, module('contact', ['menu']), module('menu', []), module('engine', ['menu']));
		expect(modulesIn(modules, PAGES)).toEqual([['contact'], ['engine'], ['home'], ['menu']]);
	});

	it('leads through what only passes on to what is meant by name', () => {
		const modules = site(
			module('home', ['all'], `import { m } from 'all'; m.hello(), m.bye()`),
			module('contact', ['all'], `import { m } from 'all'; m.hello(), m.good_day()`),
			module('all', ['index'], `/* made */\nexport * from 'index'\n// as m\nexport * as m from 'index'`),
			module(
				'index',
				['hello', 'bye', 'day'],
				`export * from 'hello'; export { day as good_day } from 'day'`
			),
			module('hello', []),
			module('bye', []),
			module('day', [])
		);
		expect(modulesIn(modules, PAGES)).toEqual([['bye', 'home'], ['contact', 'day'], ['hello']]);
	});
});
