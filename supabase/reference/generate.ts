import { mkdirSync, writeFileSync } from 'node:fs';
import { GROUND_FILE, ground } from './ground/ground.ts';
import { outputs } from './outputs.ts';
import { readSources } from './sources.ts';

// Writes what the application uses from the official data in this folder: `npm run data:generate`.
const root = new URL('../../', import.meta.url);
const sources = readSources();
// The tiles of the ground take some seconds, and so are no part of what a test compares.
for (const [path, content] of [...outputs(sources), [GROUND_FILE, ground(sources)] as const]) {
	const file = new URL(path, root);
	mkdirSync(new URL('./', file), { recursive: true });
	writeFileSync(file, content);
	console.log(`${path}: ${Buffer.byteLength(content)} bytes`);
}
