/** The scripts of the built site in few files: which of them, is told by what each page needs. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { groupPieces, type Visit } from './groups.ts';
import { passesOn, piecesOf, type BuiltModule } from './pieces.ts';

/** Where most visits begin. */
const FIRST_PAGES = [
	'(site)/+page.svelte',
	'(site)/loketten/+page.svelte',
	'(site)/loketten/[slug]/+page.svelte',
	'(site)/besturen/[slug]/+page.svelte',
	'embed/kaart/+page.svelte',
	'embed/loket/+page.svelte'
];
/**
 * How much more a page may load than it needs. What is larger is compressed better: in the built site hardly any page becomes
 * larger by this, and many become smaller.
 */
const FIRST = { weight: 20, mostExtra: 0.2 };
const LATER = { weight: 1, mostExtra: 0.5 };

/** The framework's own: what all pages need stands with it. */
const STARTER = /\/runtime\/client\/entry\.js$/;
/** Its list of all pages: it is another after each change, and so would be what stands with it. */
const LIST = /\/client-optimized\/app\.js$/;
const NODE = /\/client-optimized\/nodes\/\d+\.js$/;
/**
 * What stands with that whoever needs it: the bundler's own, of which no module says that it needs it, and Svelte, whose parts all
 * run once one is asked for.
 */
const RUNTIME = /^\0rolldown\/runtime\.js$|\/node_modules\/svelte\//;

export function fewScripts(): Plugin {
	return {
		name: 'few-scripts',
		apply: 'build',
		// After the framework's own, which says whether this is the build for the server.
		enforce: 'post',
		config: (config) =>
			config.build?.ssr
				? undefined
				: {
						build: {
							modulePreload: { resolveDependencies: besidesItself },
							rolldownOptions: {
								// What is asked for by name may have more in it than that name promises.
								preserveEntrySignatures: 'allow-extension',
								output: { codeSplitting: { groups: [groups()], includeDependenciesRecursively: false } }
							}
						}
					},
		generateBundle: (_, bundle) => refuseCircles(bundle)
	};
}

/** What comes together with a file that is loaded later: not the file itself, and not what a page that runs has already. */
const besidesItself = (file: string, needed: string[]): string[] =>
	needed.filter((one) => one !== file && !/\/entry\/start\.|\/nodes\/[01]\./.test(one));

/** The bundler first asks of each module whether it may be grouped, and then in which group it is. */
function groups(): Rolldown.CodeSplittingGroup {
	let asked: string[] = [];
	let groupOf: Map<string, string> | undefined;
	return {
		debugName: 'few-scripts',
		test(id) {
			asked.push(id);
			return true;
		},
		name(id, bundler) {
			groupOf ??= groupsOf(asked, bundler);
			asked = [];
			return groupOf.get(id) ?? null;
		}
	};
}

function groupsOf(ids: readonly string[], bundler: Rolldown.ChunkingContext): Map<string, string> {
	const modules = new Map<string, BuiltModule>();
	const add = (id: string): void => {
		const known = modules.has(id) ? null : bundler.getModuleInfo(id);
		if (!known) return;
		const { code, importedIds, dynamicallyImportedIds, exports } = known;
		modules.set(id, {
			...{ id, code: code ?? '', exports: [...exports] },
			...{ imports: [...importedIds], dynamicImports: [...dynamicallyImportedIds] }
		});
		// What only passes on what others have is not in the site itself.
		for (const next of modules.get(id)?.imports ?? []) add(next);
	};
	ids.forEach(add);

	const starters = ids.filter((id) => STARTER.test(id));
	const always = [...starters, ...ids.filter((id) => LIST.test(id))];
	const nodes = ids.filter((id) => NODE.test(id)).map((id) => ({ id, component: componentOf(id) }));
	const isAround = ({ component }: { component: string }) => !component.includes('+page');
	const entries = new Map(
		[...always.map((id) => ({ id, component: '' })), ...nodes].map((entry) => [
			entry.id,
			{ isOpen: starters.includes(entry.id) || (NODE.test(entry.id) && isAround(entry)) }
		])
	);
	const pieces = piecesOf(modules, entries);
	const modulesOf = new Map(pieces.map((piece) => [piece.name, piece.modules]));
	const groupOf = new Map(
		groupPieces(pieces, visitsOf(always, nodes)).flatMap((names, index) =>
			names
				.flatMap((name) => modulesOf.get(name) ?? [])
				.map((id): [string, string] => [id, `shared-${index}`])
		)
	);
	const [starter = ''] = starters;
	const first = groupOf.get(starter);
	if (first) for (const id of ids) if (RUNTIME.test(id)) groupOf.set(id, first);
	// What only passes on stands with what it passes on: else a file would need one that needs it.
	for (const id of ids.filter((id) => !groupOf.has(id))) {
		const module = modules.get(id);
		if (!module || entries.has(id) || !passesOn(module)) continue;
		const [one, ...others] = new Set(module.imports.map((next) => groupOf.get(next)));
		if (one && others.length === 0) groupOf.set(id, one);
	}
	return groupOf;
}

/** A page with the layouts around it, and with what the framework asks for in case it fails. */
function visitsOf(always: readonly string[], nodes: readonly { id: string; component: string }[]): Visit[] {
	const layouts = nodes.filter(({ component }) => component.endsWith('+layout.svelte'));
	const failed = nodes.filter(({ component }) => component === '+error.svelte').map(({ id }) => id);
	return nodes
		.filter(({ component }) => component.includes('+page'))
		.map(({ id, component }) => ({
			asks: [
				...always,
				...layouts
					.filter((layout) => `${dirname(component)}/`.startsWith(folderOf(layout.component)))
					.map((layout) => layout.id),
				...failed,
				id
			],
			...(FIRST_PAGES.includes(component) ? FIRST : LATER)
		}));
}

const folderOf = (component: string): string => (component.includes('/') ? `${dirname(component)}/` : '');

/** @returns below `src/routes`; nothing for a page without one */
const componentOf = (node: string): string =>
	/src\/routes\/([^"']*\.svelte)["']/.exec(readFileSync(node, 'utf8'))?.[1] ?? '';

/** @throws where two files need each other: one of them would begin without what it needs */
function refuseCircles(bundle: Rolldown.OutputBundle): void {
	const done = new Set<string>();
	const visit = (name: string, way: readonly string[]): void => {
		if (way.includes(name)) throw new Error(`Scripts need each other: ${[...way, name].join(' → ')}`);
		if (done.has(name)) return;
		const file = bundle[name];
		if (file?.type === 'chunk') for (const next of file.imports) visit(next, [...way, name]);
		done.add(name);
	};
	for (const name of Object.keys(bundle)) visit(name, []);
}
