import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** The one script that src/app.html itself has, as a policy names it. */
const [, guard = ''] = /<script>(.*?)<\/script>/s.exec(readFileSync('src/app.html', 'utf8')) ?? [];
const guardHash = createHash('sha256').update(guard).digest('base64');

// Static files are compressed once, at build time (brotli and gzip beside the file).
const node = adapter({ precompress: true });

/** @type {import('@sveltejs/kit').Config} */
const config = {
	preprocess: vitePreprocess(),
	kit: {
		adapter: {
			...node,
			// Only a build needs it: other tools that read this file may not know TypeScript.
			adapt: async (builder) => (await import('./src/cli/bundle/adapter.ts')).adaptSite(builder, node)
		},
		// The page that says that there is no network stands at whichever address was asked.
		paths: { relative: false },
		// A tab that stays open learns that the site was renewed: src/lib/site/followVersion.ts.
		version: { pollInterval: 10 * 60_000 },
		// Forms on other sites are refused by src/lib/site/ownForms.server.ts, which makes an exception for one route.
		csrf: { trustedOrigins: ['*'] },
		alias: { $messages: 'src/lib/base/i18n/paraglide/messages.js' },
		// Registered by the pages that work without a network, and when the site is installed.
		serviceWorker: { register: false },
		csp: {
			// Hashes rather than nonces: the same page has the same bytes, so it can be cached with an ETag.
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', `sha256-${guardHash}`],
				'style-src': ['self'],
				// The one style attribute there is: Kit's own invisible announcer of a new page, by its hash.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				// Our own pages for other sites, as they will look there.
				'frame-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none']
			}
		}
	}
};

export default config;
