/** The built site as the adapter for Node makes it, with what a site needs that is renewed while people have it open. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Adapter, Builder } from '@sveltejs/kit';
import { keepEarlier, putAside } from './earlierBuilds.ts';
import { offlineFiles, withOfflineFiles, type ClientManifest } from './offlineFiles.ts';
import { clientFileOf, sheetModule, stylesOf, withStyles } from './pageStyles.ts';

const OUT = 'build';
const ASIDE = '.svelte-kit/build-before';
const NODES = '.svelte-kit/generated/client-optimized/nodes';

/** @param node the adapter for Node, which writes to `OUT` */
export async function adaptSite(builder: Builder, node: Adapter): Promise<void> {
	const client = builder.getClientDirectory();
	const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8')) as ClientManifest;
	completeWorker(client, manifest);
	putStylesInPages(builder.getServerDirectory(), client, manifest);
	putAside(OUT, ASIDE);
	await node.adapt(builder);
	keepEarlier(OUT, ASIDE, Date.now());
}

/** Only when the client is built is it known what its files are called. */
function completeWorker(client: string, manifest: ClientManifest): void {
	const nodes = globSync(`${NODES}/*.js`).map((path): [string, string] => [
		`${NODES}/${basename(path)}`,
		readFileSync(path, 'utf8')
	]);
	const worker = join(client, 'service-worker.js');
	const files = offlineFiles(manifest, new Map(nodes));
	writeFileSync(worker, withOfflineFiles(readFileSync(worker, 'utf8'), files));
}

function putStylesInPages(server: string, client: string, manifest: ClientManifest): void {
	for (const path of globSync(join(server, 'nodes/*.js'))) {
		const node = readFileSync(path, 'utf8');
		const file = clientFileOf(node);
		if (file === undefined) continue;
		const sheets = stylesOf(manifest, file);
		for (const sheet of sheets) {
			const module = join(server, sheetModule(sheet));
			mkdirSync(dirname(module), { recursive: true });
			const css = readFileSync(join(client, sheet), 'utf8');
			writeFileSync(module, `export default ${JSON.stringify(css)};\n`);
		}
		writeFileSync(path, withStyles(node, sheets));
	}
}
