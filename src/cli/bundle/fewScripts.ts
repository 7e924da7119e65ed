/** The scripts of the built site in few files: which of them, is told by the files that the bundler makes by itself. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { dirname } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { groupPieces, type Piece, type Visit } from './groups.ts';

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

export function fewScripts(): Plugin {
	return {
		name: 'few-scripts',
		apply: 'build',
		// After the framework's own, which says whether this is the build for the server.
		enforce: 'post',
		async config(config, { mode }) {
			// The trial is built with this plugin too.
			if (config.build?.ssr || config.build?.write === false) return;
			const made = await build({ mode, logLevel: 'warn', build: { write: false, minify: false } });
			if (!('output' in made)) throw new Error('The trial made more than one site.');
			return { build: { rolldownOptions: { output: { codeSplitting: { groups: groupsOf(made.output) } } } } };
		}
	};
}

function groupsOf(output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]) {
	const chunks = output.filter((file) => file.type === 'chunk');
	const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
	const pieces = chunks.map((chunk): Piece => ({
		name: chunk.fileName,
		bytes: compressedBytes(chunk.code),
		imports: chunk.imports,
		isEntry: chunk.isEntry
	}));
	return groupPieces(pieces, visitsOf(chunks)).map((names, index, { length }) => {
		const modules = new Set(names.flatMap((name) => byName.get(name)?.moduleIds ?? []));
		return {
			name: `shared-${index}`,
			test: (id: string) => modules.has(id),
			// A group takes along what its modules need, unless that is in another already.
			priority: length - index
		};
	});
}

/** A page with the layouts around it. */
function visitsOf(chunks: readonly Rolldown.OutputChunk[]): Visit[] {
	const always = chunks.filter(({ name }) => name.startsWith('entry/')).map(({ fileName }) => fileName);
	const nodes = chunks
		.filter(({ name, isEntry }) => isEntry && name.startsWith('nodes/'))
		.map(({ fileName, facadeModuleId }) => ({ fileName, component: componentOf(facadeModuleId ?? '') }));
	const layouts = nodes.filter(({ component }) => component.endsWith('+layout.svelte'));
	return nodes
		.filter(({ component }) => component.includes('+page'))
		.map(({ fileName, component }) => ({
			asks: [
				...always,
				...layouts
					.filter((layout) => `${dirname(component)}/`.startsWith(folderOf(layout.component)))
					.map((layout) => layout.fileName),
				fileName
			],
			...(FIRST_PAGES.includes(component) ? FIRST : LATER)
		}));
}

const folderOf = (component: string): string => (component.includes('/') ? `${dirname(component)}/` : '');

/** @returns below `src/routes`; nothing for a page without one */
const componentOf = (node: string): string =>
	/src\/routes\/([^"']*)["']/.exec(readFileSync(node, 'utf8'))?.[1] ?? '';

const compressedBytes = (code: string): number =>
	brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
