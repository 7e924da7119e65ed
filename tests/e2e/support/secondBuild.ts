/**
 * A later build of the site: another version, in which every file of its pages has another name, served by a process of its own on
 * the database of the first. It is made of the first by giving those files other names: a build of the same sources takes
 * most of a minute, and then calls most files the same.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { startSite, type Running } from './servers.ts';
import type { VisitedSite } from './visitedSite.ts';

const BUILD = 'build';
const IMMUTABLE = 'client/_app/immutable';
const MARK = '-renewed';
const TEXT = new Set(['.js', '.css', '.json', '.html']);

export async function startSecondBuild(first: VisitedSite): Promise<Running> {
	if (!first.database) throw new Error('The first site keeps its database to itself.');
	// Below the project: what is not bundled is found from there.
	mkdirSync('node_modules/.cache', { recursive: true });
	const folder = mkdtempSync(resolve('node_modules/.cache/second-build-'));
	await renew(join(folder, BUILD));
	const { keys, testName } = first.database();
	const site = await startSite({ backend: keys, env: { TEST_NAME: testName }, folder });
	return {
		...site,
		stop: async () => {
			await site.stop();
			rmSync(folder, { recursive: true });
		}
	};
}

export async function renew(to: string): Promise<void> {
	const entries = await readdir(BUILD, { recursive: true, withFileTypes: true });
	// Compressed files and maps are the same, or of no use.
	const files = entries
		.filter((entry) => entry.isFile() && !/\.(?:br|gz|map)$/.test(entry.name))
		.map(({ parentPath, name }) => relative(BUILD, join(parentPath, name)));
	const names = new Map(
		files
			.filter((file) => file.startsWith(IMMUTABLE))
			.map((file) => [basename(file), renamed(basename(file))])
	);
	const { version }: { version: string } = JSON.parse(
		readFileSync(join(BUILD, 'client/_app/version.json'), 'utf8')
	);
	// The build keeps those of the one before it (src/cli/bundle/earlierBuilds.ts).
	cpSync(join(BUILD, IMMUTABLE), join(to, IMMUTABLE), { recursive: true });
	for (const file of files) {
		const target = join(to, dirname(file), names.get(basename(file)) ?? basename(file));
		mkdirSync(dirname(target), { recursive: true });
		if (!TEXT.has(extname(file))) {
			cpSync(join(BUILD, file), target);
			continue;
		}
		const text = readFileSync(join(BUILD, file), 'utf8')
			.replaceAll(/[\w.$~-]+\.(?:js|css|woff2)\b/g, (name) => names.get(name) ?? name)
			.replaceAll(version, version + MARK);
		writeFileSync(target, text);
	}
}

const renamed = (name: string) => name.replace(/\.(\w+)$/, `${MARK}.$1`);
