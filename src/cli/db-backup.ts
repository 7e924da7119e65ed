/**
 * `npm run db:backup -- <folder>`: puts the embedded database and its keys (`DATA_DIR`) into a new folder, while the site does
 * not run. `npm run db:restore` puts it back.
 */
import { makeBackup } from '../lib/base/embedded/backup.server.ts';
import { reportAndExit, StartError } from './process.ts';

const [, , target] = process.argv;

try {
	if (!target) {
		throw new StartError(
			'Geef een nieuwe map: npm run db:backup -- /veilig/2026-12-01. / Give a new folder: npm run db:backup -- <folder>.'
		);
	}
	await makeBackup(process.env.DATA_DIR ?? '.data', target);
	console.log(`Back-up gemaakt in ${target}: de database en de sleutels. Bewaar ze zoals de gegevens zelf.`);
} catch (error) {
	reportAndExit(error);
}
