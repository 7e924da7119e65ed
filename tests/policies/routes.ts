/** The pages, files and APIs of the site, as they are on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import ts from 'typescript';

const ROOT = 'src/routes';
const ENTRANCES = ['+page.svelte', '+page.ts', '+page.server.ts', '+server.ts'];

export interface Route {
	id: string;
	/** Whether it is a page, which has data of its own beside its HTML. */
	isPage: boolean;
}

export function routesOnDisk(): Route[] {
	const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' });
	const pages = new Map<string, boolean>();
	for (const file of files.filter((file) => ENTRANCES.includes(basename(file)))) {
		const id = dirname(file) === '.' ? '/' : `/${dirname(file)}`;
		pages.set(id, (pages.get(id) ?? false) || !file.endsWith('+server.ts'));
	}
	return [...pages].map(([id, isPage]) => ({ id, isPage })).toSorted((a, b) => a.id.localeCompare(b.id));
}

/** The names of the forms that a page answers: `default`, or one for each. */
export function actionsOf({ id }: Pick<Route, 'id'>): string[] {
	const file = `${ROOT}${id}/+page.server.ts`;
	if (!existsSync(file)) return [];
	const names: string[] = [];
	const visit = (node: ts.Node): void => {
		const isActions =
			ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === 'actions';
		if (isActions && node.initializer && ts.isObjectLiteralExpression(node.initializer)) {
			for (const { name } of node.initializer.properties)
				if (name && ts.isIdentifier(name)) names.push(name.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
	return names;
}
