import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/chromium.ts';

const port = Number(process.env.E2E_PORT) || 3150;
const runningSite = process.env.E2E_URL;
const { executablePath, args, env } = await findChromium();

/**
 * End-to-end tests against the production build, in a real Chromium. `E2E_BACKEND=remote` puts Supabase in a process of
 * its own; `E2E_SUPABASE_URL`, `E2E_SUPABASE_PUBLISHABLE_KEY` and `E2E_SUPABASE_SECRET_KEY` name any other.
 * `E2E_URL` is a site that runs already.
 */
export default defineConfig({
	testDir: 'tests/e2e',
	// What asks the backend is tried on both. The rest is the same page from either, or brings a Supabase of its own.
	testMatch:
		process.env.E2E_BACKEND === 'remote'
			? /(api|bad-input|contact|mail|municipality-page|registration|sign-in|without-scripts)\.spec\.ts$/
			: '**/*.spec.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	reporter: process.env.CI ? [['github'], ['list']] : 'list',
	// The map is drawn by the processor, which a busy machine shares.
	timeout: 60_000,
	expect: { timeout: 15_000 },
	use: {
		baseURL: runningSite ?? `http://127.0.0.1:${port}`,
		locale: 'nl-BE',
		timezoneId: 'Europe/Brussels',
		viewport: { width: 1280, height: 900 },
		reducedMotion: 'reduce',
		launchOptions: { executablePath, args, env },
		screenshot: 'only-on-failure',
		trace: 'off'
	},
	...(runningSite
		? {}
		: {
				webServer: {
					command: `node tests/e2e/support/serve.ts ${port}`,
					url: `http://127.0.0.1:${port}/healthz`,
					// Time for a build as well.
					timeout: 300_000,
					reuseExistingServer: false,
					stdout: 'ignore' as const,
					gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 }
				}
			})
});
