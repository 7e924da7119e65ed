/** What a device is told that puts the site on its home screen: there it is the desk finder, which works without a network. */
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';

/** Of `src/app.css`: `--paper`. */
const PAPER = '#fbf8f1';

/** In the language of the page: whoever installs it from a French page opens it in French. */
export function appManifest() {
	const finder = localPath('/loketten');
	return {
		// An app for each language: by one name the last page that was seen would decide for all.
		id: finder,
		name: m.offline_app_name(),
		short_name: m.offline_app_short_name(),
		description: m.finder_description(),
		lang: getLocale(),
		dir: 'ltr',
		start_url: finder,
		scope: '/',
		display: 'standalone',
		background_color: PAPER,
		theme_color: PAPER,
		categories: ['government', 'social'],
		icons: [
			{ src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
			{ src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
			{ src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
			{ src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
			{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }
		],
		shortcuts: [
			{ name: m.finder_nav(), url: finder },
			{ name: m.common_nav_map(), url: localPath('/') }
		]
	};
}
