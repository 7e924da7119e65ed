import { mkdirSync, writeFileSync } from 'node:fs';
import { outputs } from './outputs.ts';
import { readSources } from './sources.ts';

// Writes what the application uses from the official data in this folder: `npm run data:generate`.
const root = new URL('../../', import.meta.url);
for (const [path, content] of outputs(readSources())) {
	const file = new URL(path, root);
	mkdirSync(new URL('./', file), { recursive: true });
	writeFileSync(file, content);
	console.log(`${path}: ${Buffer.byteLength(content)} bytes`);
}
