import { join } from 'node:path';

/** Name of the map of streets in the data folder. */
const NAME = 'straten.pmtiles';

/** Where `npm run map:extract` puts the map of streets. `DATA_DIR`: the data folder. */
export const streetsInDataFolder = (settings: Record<string, string | undefined>): string =>
	join(settings.DATA_DIR || '.data', NAME);

/** The map of streets that the site shows when it is there. `BASEMAP_PMTILES`: a path, instead of the one in the data folder. */
export const streetsPath = (settings: Record<string, string | undefined>): string =>
	settings.BASEMAP_PMTILES || streetsInDataFolder(settings);
