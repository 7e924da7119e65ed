import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { overwriteGetLocale, baseLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { appManifest } from './appManifest';

it('opens the finder, in the language in which it was put on the home screen', () => {
	expect(appManifest()).toMatchObject({
		id: '/loketten',
		start_url: '/loketten',
		lang: 'nl',
		display: 'standalone'
	});
	overwriteGetLocale(() => 'fr');
	try {
		expect(appManifest()).toMatchObject({ id: '/fr/loketten', start_url: '/fr/loketten', lang: 'fr' });
	} finally {
		overwriteGetLocale(() => baseLocale);
	}
});

it('has icons that are there, of the sizes that a device asks for, also to cut to a shape', () => {
	const { icons } = appManifest();
	for (const { src } of icons) expect(existsSync(`static${src}`), src).toBe(true);
	for (const purpose of ['any', 'maskable'])
		expect(icons.flatMap((icon) => (icon.purpose === purpose ? icon.sizes : []))).toEqual([
			'192x192',
			'512x512'
		]);
});
