import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import {
	GROUND_BOUNDS,
	GROUND_DETAIL_ZOOM,
	GROUND_LAYERS,
	GROUND_MAX_ZOOM,
	GROUND_MIN_ZOOM,
	zoomOf,
	type GroundLayer
} from '../../../src/lib/map/ground/groundTiles.ts';
import type { Sources } from '../sources.ts';
import { compress, writeArchive, type Tile } from './archive.ts';
import { groundLayers, type Layers } from './groundLayers.ts';
import { LANDSCAPE_FILES, readLandscape } from './landscape.ts';

/** Where it stands from the project's root. */
export const GROUND_FILE = 'src/lib/map/ground/ground.pmtiles';

/** What the map knows of the tiles too. */
const SHARED = '../../../src/lib/map/ground/groundTiles.ts';
/** Steps across a tile: at the highest zoom some 3 m on the ground, which is finer than the shapes. */
const EXTENT = 2048;
/** What a tile holds of its surroundings, in those steps, so that no line and no edge of it shows. */
const BUFFER = 64;

/** The vector tiles of the ground, as a PMTiles file. The same sources give the same bytes. */
export function ground(sources: Sources): Buffer {
	const { coarse, fine } = groundLayers(readLandscape(), sources);
	return writeArchive({
		tiles: [
			...tilesOf(coarse, GROUND_MIN_ZOOM, GROUND_DETAIL_ZOOM - 1),
			...tilesOf(fine, GROUND_DETAIL_ZOOM, GROUND_MAX_ZOOM)
		],
		bounds: GROUND_BOUNDS,
		minZoom: GROUND_MIN_ZOOM,
		maxZoom: GROUND_MAX_ZOOM,
		metadata: {
			name: 'Ground of the map of Flanders and Brussels',
			description:
				'Water, built-up land, woods, roads, railways, stations, villages. OpenStreetMap of August 2021.',
			attribution: '© OpenStreetMap-bijdragers, https://www.openstreetmap.org/copyright',
			license: 'ODbL 1.0, https://opendatacommons.org/licenses/odbl/1-0/',
			madeFrom: groundInputs(),
			vector_layers: GROUND_LAYERS.map((id) => ({
				id,
				fields: {},
				minzoom: GROUND_MIN_ZOOM,
				maxzoom: GROUND_MAX_ZOOM
			}))
		}
	});
}

/** Tells, without making the tiles again, whether they are out of date: of all that they are made from and by. */
export function groundInputs(): string {
	const folder = fileURLToPath(new URL('./', import.meta.url));
	const code = globSync('*.ts', { cwd: folder }).filter((name) => !name.endsWith('.test.ts'));
	const tables = ['postcodes.csv', 'place-sizes.csv', 'outside-places.csv', 'municipalities.topojson'];
	const hash = createHash('sha256');
	for (const name of [...code.sort(), SHARED, ...LANDSCAPE_FILES, ...tables.map((table) => `../${table}`)])
		hash.update(readFileSync(new URL(name, import.meta.url)));
	return hash.digest('hex').slice(0, 16);
}

function tilesOf(layers: Layers, from: number, to: number): Tile[] {
	const tiles: Tile[] = [];
	for (let z = from; z <= to; z++) {
		const cut = GROUND_LAYERS.map((name): [GroundLayer, GeoJSONVT] => [name, cutter(name, layers, z, to)]);
		const [left, top] = tileAt(GROUND_BOUNDS[0], GROUND_BOUNDS[3], z);
		const [right, bottom] = tileAt(GROUND_BOUNDS[2], GROUND_BOUNDS[1], z);
		for (let x = left; x <= right; x++) {
			for (let y = top; y <= bottom; y++) {
				const found = cut.flatMap(([name, index]): [string, GeoJSONVTTile][] => {
					const tile = index.getTile(z, x, y);
					return tile && tile.features.length > 0 ? [[name, tile]] : [];
				});
				if (found.length === 0) continue;
				const data = fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: EXTENT });
				tiles.push({ z, x, y, data: compress(data) });
			}
		}
	}
	return tiles;
}

/** @param finest zoom up to which these shapes serve: there they keep every point */
function cutter(name: GroundLayer, layers: Layers, zoom: number, finest: number): GeoJSONVT {
	const features = layers[name].filter(({ properties }) => zoom >= zoomOf(name, properties));
	return new GeoJSONVT(
		{ type: 'FeatureCollection', features },
		{ maxZoom: finest, indexMaxZoom: zoom, indexMaxPoints: 0, extent: EXTENT, buffer: BUFFER, tolerance: 1.5 }
	);
}

/** The tile that a place lies in. */
export function tileAt(lon: number, lat: number, zoom: number): [x: number, y: number] {
	const size = 2 ** zoom;
	const radians = (lat * Math.PI) / 180;
	const y = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
	return [Math.floor(((lon + 180) / 360) * size), Math.floor(y * size)];
}
