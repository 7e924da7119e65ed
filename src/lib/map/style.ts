import latinUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import latinExtUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url';
import type { GeoJSONSourceSpecification, StyleSpecification, VectorSourceSpecification } from 'maplibre-gl';
import { GROUND_SOURCE, type NameLocale } from './ground/groundLayers';
import { FONT } from './font';
import { buildLayers } from './layers';
import type { Theme } from './palette';
import type { SourceId } from './sources';

/**
 * The page's own font files (the browser has them already) instead of a glyph server. The variable font is drawn at its
 * regular weight: MapLibre registers a file without a range of weights.
 */
export const FONT_FACES: NonNullable<StyleSpecification['font-faces']> = {
	[FONT]: [
		{ url: latinUrl, 'unicode-range': ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+2000-206F', 'U+20AC'] },
		{ url: latinExtUrl, 'unicode-range': ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+1E00-1EFF'] }
	]
};

/** The whole style, built in code: nothing comes from another server. */
export function buildStyle(
	theme: Theme,
	locale: NameLocale,
	sources: Record<SourceId, GeoJSONSourceSpecification>,
	ground: VectorSourceSpecification
): StyleSpecification {
	return {
		version: 8,
		sources: { ...sources, [GROUND_SOURCE]: ground },
		layers: buildLayers({ theme, overBasemap: false, locale }),
		'font-faces': FONT_FACES
	};
}
