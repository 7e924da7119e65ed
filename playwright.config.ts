import { defineConfig } from '@playwright/test';
import { COMPOSED_BY_PROCESSOR, findChromium } from './tests/browser/chromium.ts';
import { isShared, isSmokeRound } from './tests/e2e/support/round.ts';

const { executablePath, args, env } = await findChromium();

/**
 * End-to-end tests against the production build, in a real Chromium. Every worker has a site and a database of its own.
 * `E2E_ROUND=smoke` runs those marked `@smoke` on another way to hold the backend: see tests/e2e/support/round.ts.
 */
export default defineConfig({
	testDir: 'tests/e2e',
	...(isSmokeRound ? { grep: /@smoke/ } : {}),
	globalSetup: './tests/e2e/support/prepare.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	workers: isShared ? 1 : 2,
	forbidOnly: Boolean(process.env.CI),
	reporter: process.env.CI ? [['github'], ['list']] : 'list',
	// For a machine that is busy with other things. A test that passes takes seconds.
	timeout: 180_000,
	expect: { timeout: 60_000 },
	use: {
		locale: 'nl-BE',
		timezoneId: 'Europe/Brussels',
		viewport: { width: 1280, height: 900 },
		reducedMotion: 'reduce',
		// A quarter of the pixels to paint, which the processor does here.
		deviceScaleFactor: 0.5,
		// Whoever opens the finder would fetch all that it keeps for offline, in every test anew. tests/e2e/offline.spec.ts
		// has one, and so has the smoke round.
		serviceWorkers: isSmokeRound ? 'allow' : 'block',
		launchOptions: { executablePath, args: [...args, ...COMPOSED_BY_PROCESSOR], env },
		screenshot: 'only-on-failure',
		actionTimeout: 60_000,
		navigationTimeout: 60_000,
		trace: 'off'
	}
});
