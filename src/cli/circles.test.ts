/** What imports what, of types too, has no circles: a file can be understood without the one that it is used by. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const FILES = globSync(['src/**/*.{ts,svelte}', 'tests/**/*.ts', 'supabase/**/*.ts'], {
	exclude: (path) => path.endsWith('paraglide')
});
const IMPORTED = /\b(?:from|import)\s*\(?\s*'((?:\.{1,2}|\$lib)\/[^'?]+)'/g;

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

function importsOf(file: string): string[] {
	return [...readFileSync(file, 'utf8').matchAll(IMPORTED)].flatMap(([, name = '']) => {
		const path = name.startsWith('$lib/')
			? join('src/lib', name.slice('$lib/'.length))
			: join(dirname(file), name);
		const found = [path, `${path}.ts`, `${path}.svelte.ts`, join(path, 'index.ts')].find(isFile);
		return found ? [found] : [];
	});
}

/** The files of one circle, in order; undefined when there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
	const seen = new Set<string>();
	const way: string[] = [];
	const visit = (file: string): string[] | undefined => {
		if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
		if (seen.has(file)) return undefined;
		seen.add(file);
		way.push(file);
		for (const next of graph.get(file) ?? []) {
			const circle = visit(next);
			if (circle) return circle;
		}
		way.pop();
		return undefined;
	};
	for (const file of graph.keys()) {
		const circle = visit(file);
		if (circle) return circle;
	}
	return undefined;
}

it('a circle is found', () => {
	const graph = { 'a.ts': ['b.ts'], 'b.ts': ['c.ts'], 'c.ts': ['d.ts', 'b.ts'], 'd.ts': [] };
	expect(circleIn(new Map(Object.entries(graph)))).toEqual(['b.ts', 'c.ts', 'b.ts']);
});

it('no file imports, by whatever way, itself', () => {
	const graph = new Map(FILES.map((file) => [file, importsOf(file)]));
	expect([...graph.values()].flat().length).toBeGreaterThan(FILES.length);
	expect(circleIn(graph)).toBeUndefined();
});
