/** Which files of the built site a device keeps: all that the pages need which work without a network. */

interface Chunk {
	file: string;
	imports?: string[];
	/** Loaded when it is asked for. */
	dynamicImports?: string[];
	css?: string[];
	assets?: string[];
}

/** A part of Vite's manifest of the built client: by the name of a module, what it became and what it asks for. */
export type ClientManifest = Readonly<Record<string, Chunk>>;

/** Modules that are asked for by name, wherever they are asked for. */
const MODULES = [
	'src/lib/finder/device.ts',
	'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
	'.svelte-kit/generated/client-optimized/app.js'
];

/** With what stands around them, and what stands there when they fail. */
const COMPONENTS = [
	'+layout.svelte',
	'+error.svelte',
	'(site)/+layout.svelte',
	'(site)/+error.svelte',
	'(site)/geen-verbinding/+page.svelte',
	'(site)/loketten/+page.svelte',
	'(site)/loketten/[slug]/+page.svelte'
].map((path) => `src/routes/${path}`);

const PLACE = '__OFFLINE_FILES__';

/**
 * @param nodes by the name in the manifest of each layout, error and page: the text of the module that names its component
 * @returns paths on the site, sorted
 * @throws when one of the pages is not in the manifest: a worker that keeps half of them keeps nothing
 */
export function offlineFiles(manifest: ClientManifest, nodes: ReadonlyMap<string, string>): string[] {
	const named = COMPONENTS.map((component) => {
		const node = [...nodes].find(
			([, text]) => text.includes(`/${component}"`) || text.includes(`/${component}'`)
		);
		if (!node) throw new Error(`The built site has no ${component}, which devices keep.`);
		return node[0];
	});
	const made = reached(manifest, [...MODULES, ...named], ({ imports = [] }) => imports);
	// The looks of what a page may load later are small, and its map may be kept already.
	const later = reached(manifest, named, ({ imports = [], dynamicImports = [] }) => [
		...imports,
		...dynamicImports
	]);
	const files = [
		...made.flatMap(({ file, assets = [] }) => [file, ...assets]),
		...[...made, ...later].flatMap(({ css = [] }) => css)
	];
	return [...new Set(files.map((file) => `/${file}`))].toSorted();
}

/** @throws when something that is asked for is not there */
function reached(
	manifest: ClientManifest,
	from: readonly string[],
	next: (chunk: Chunk) => readonly string[]
): Chunk[] {
	const seen = new Map<string, Chunk>();
	const waiting = [...from];
	for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
		if (seen.has(name)) continue;
		const chunk = manifest[name];
		if (!chunk) throw new Error(`The built site has no ${name}, which devices keep.`);
		seen.set(name, chunk);
		waiting.push(...next(chunk));
	}
	return [...seen.values()];
}

/**
 * The service worker with the list where it stands open.
 * @throws when there is no such place
 */
export function withOfflineFiles(worker: string, files: readonly string[]): string {
	const open = new RegExp(`(["'\`])${PLACE}\\1`);
	if (!open.test(worker)) throw new Error(`The service worker has no place for the files that it keeps.`);
	return worker.replace(open, () => JSON.stringify(files));
}
