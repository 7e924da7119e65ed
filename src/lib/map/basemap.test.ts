import { describe, expect, it } from 'vitest';
import { basemapOrigins, basemapSettings } from './basemap.server';

/** No streets either, whatever the person has who runs this test. */
const NOTHING = { DATA_DIR: '/nergens' };

describe('a basemap', () => {
	it('is absent unless it is configured, and then no other server is named', () => {
		expect(basemapSettings(NOTHING)).toBeNull();
		expect(basemapOrigins(NOTHING)).toEqual([]);
	});
	it('may be a style, with the servers that the style names', () => {
		const settings = {
			BASEMAP_STYLE_URL: 'https://kaarten.example/styles/licht.json',
			BASEMAP_ORIGINS: 'https://tegels.example/x https://kaarten.example'
		};
		expect(basemapSettings(settings)).toEqual({ kind: 'style', url: settings.BASEMAP_STYLE_URL });
		expect(basemapOrigins(settings)).toEqual(['https://kaarten.example', 'https://tegels.example']);
	});
	it('may be tiles', () => {
		const settings = {
			BASEMAP_TILES_URL: 'https://tegels.example/{z}/{x}/{y}.png',
			BASEMAP_ATTRIBUTION: 'Voorbeeldkaart'
		};
		expect(basemapSettings(settings)).toMatchObject({
			kind: 'raster',
			tiles: settings.BASEMAP_TILES_URL,
			attribution: 'Voorbeeldkaart',
			maxZoom: 19
		});
		expect(basemapOrigins(settings)).toEqual(['https://tegels.example']);
	});
	it('is refused where it would be fetched unprotected or could widen the security policy', () => {
		expect(() => basemapSettings({ BASEMAP_STYLE_URL: 'http://kaarten.example/' })).toThrow('https');
		expect(() => basemapSettings({ BASEMAP_TILES_URL: "data:,'unsafe-inline'" })).toThrow('https');
		expect(() =>
			basemapOrigins({ BASEMAP_STYLE_URL: 'https://kaarten.example', BASEMAP_ORIGINS: '*' })
		).toThrow('https');
	});
});
