import { describe, expect, it } from 'vitest';
import { localPath } from './localPath.ts';

describe('the address of a page in a language', () => {
	it('is the plain path in Dutch', () => {
		expect(localPath('/', 'nl')).toBe('/');
		expect(localPath('/besturen/gent?a=1#b', 'nl')).toBe('/besturen/gent?a=1#b');
	});
	it('starts with the language in French and English, without a slash at the end that would redirect', () => {
		expect(localPath('/', 'fr')).toBe('/fr');
		expect(localPath('/?q=gand', 'fr')).toBe('/fr?q=gand');
		expect(localPath('/#kaart', 'en')).toBe('/en#kaart');
		expect(localPath('/besturen/gent', 'en')).toBe('/en/besturen/gent');
	});
	it('changes the language of a path that has one', () => {
		expect(localPath('/fr/over', 'en')).toBe('/en/over');
		expect(localPath('/fr', 'nl')).toBe('/');
	});
});
