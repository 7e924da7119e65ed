import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { preparedTemplate } from '../../../src/lib/server/embedded/forTests.ts';

/** Puts the prepared contents in an empty data folder, where a first start would take long to make the same. */
export async function fillDataFolder(folder: string): Promise<void> {
	const db = await PGlite.create(join(folder, 'postgres'), {
		loadDataDir: await openAsBlob(await preparedTemplate()),
		extensions: { postgis }
	});
	await db.close();
}
