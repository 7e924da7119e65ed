/** `npm run db:reset`: removes the data folder with the database and keys; asks first, unless `--yes` is given. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { lockDataDir } from '../lib/base/embedded/lock.server.ts';
import { OURS } from '../lib/base/embedded/privateFolder.server.ts';
import { reportAndExit, StartError } from './process.ts';

const dataDir = resolve(process.env.DATA_DIR ?? '.data');

try {
	if (!existsSync(dataDir)) {
		console.log(`Er is geen gegevensmap ${dataDir}; er is niets te wissen.`);
	} else {
		const unlock = lockDataDir(dataDir);
		if (process.argv.includes('--yes') || (await confirmed())) {
			for (const name of OURS.filter((name) => !name.startsWith('lock.')))
				await rm(resolve(dataDir, name), { recursive: true, force: true });
			console.log(`Gewist: de database en de sleutels in ${dataDir}.`);
		} else {
			console.log('Niets gewist.');
		}
		unlock();
	}
} catch (error) {
	reportAndExit(error);
}

async function confirmed(): Promise<boolean> {
	if (!process.stdin.isTTY) {
		throw new StartError(
			'Zonder terminal: bevestig met --yes. / Without a terminal: confirm with `npm run db:reset -- --yes`.'
		);
	}
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const answer = await terminal.question(`Alle gegevens in ${dataDir} wissen? Typ "ja": `);
	terminal.close();
	return ['ja', 'j', 'yes', 'y'].includes(answer.trim().toLowerCase());
}
