/** The built site as the adapter for Node makes it, with what a site needs that is renewed while people have it open. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Adapter, Builder } from '@sveltejs/kit';
import { keepEarlier, putAside } from './earlierBuilds.ts';
import { offlineFiles, withOfflineFiles, type ClientManifest } from './offlineFiles.ts';

const OUT = 'build';
const ASIDE = '.svelte-kit/build-before';
const NODES = '.svelte-kit/generated/client-optimized/nodes';

/** @param node the adapter for Node, which writes to `OUT` */
export async function adaptSite(builder: Builder, node: Adapter): Promise<void> {
	completeWorker(builder.getClientDirectory());
	putAside(OUT, ASIDE);
	await node.adapt(builder);
	keepEarlier(OUT, ASIDE, Date.now());
}

/** Only when the client is built is it known what its files are called. */
function completeWorker(client: string): void {
	const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8')) as ClientManifest;
	const nodes = globSync(`${NODES}/*.js`).map((path): [string, string] => [
		`${NODES}/${basename(path)}`,
		readFileSync(path, 'utf8')
	]);
	const worker = join(client, 'service-worker.js');
	const files = offlineFiles(manifest, new Map(nodes));
	writeFileSync(worker, withOfflineFiles(readFileSync(worker, 'utf8'), files));
}
