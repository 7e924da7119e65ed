import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Queries } from '../../../src/lib/base/embedded/database.server.ts';
import { EXTENSIONS } from '../../../src/lib/base/embedded/extensions.server.ts';
import { preparedTemplate } from '../../../src/lib/base/embedded/embedded.fixture.ts';

/**
 * Puts the prepared contents in an empty data folder, where a first start would take long to make the same.
 * @param more adds what is to be there beside it
 */
export async function fillDataFolder(
	folder: string,
	more: (db: Queries) => Promise<void> = () => Promise.resolve()
): Promise<void> {
	const db = await PGlite.create(join(folder, 'postgres'), {
		loadDataDir: await openAsBlob(await preparedTemplate()),
		extensions: EXTENSIONS
	});
	await more(db);
	await db.close();
}
