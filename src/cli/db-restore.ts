/**
 * `npm run db:restore -- <folder>`: puts a backup of `npm run db:backup` in the data folder (`DATA_DIR`), while the site does
 * not run. What was there is moved aside.
 */
import { restoreBackup } from '../lib/base/embedded/backup.server.ts';
import { reportAndExit, StartError } from './process.ts';

const [, , source] = process.argv;

try {
	if (!source) {
		throw new StartError(
			'Geef de map van de back-up: npm run db:restore -- <map>. / Give the folder of the backup: npm run db:restore -- <folder>.'
		);
	}
	const aside = await restoreBackup(source, process.env.DATA_DIR ?? '.data');
	console.log(`De back-up in ${source} staat terug.`);
	if (aside) console.log(`Wat er stond, staat nu in ${aside}. Gooi dat weg als alles klopt.`);
} catch (error) {
	reportAndExit(error);
}
