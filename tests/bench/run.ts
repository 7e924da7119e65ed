/**
 * `npm run bench`: what the site costs, as ratios against a bare baseline measured in the same run, and as bytes. One line
 * of JSON for each figure; ends with 1 when a bound is broken. Names of parts as arguments run only those.
 */
import { chromium } from '@playwright/test';
import { findChromium } from '../browser/chromium.ts';
import { startSite } from '../e2e/support/servers.ts';
import { measureBytes } from './bytes.ts';
import { measureColleagues } from './colleagues.ts';
import { everyBoundKept } from './figures.ts';
import { measureFinder } from './finder.ts';
import { measureFirstPaint } from './firstPaint.ts';
import { measureImport } from './importPlan.ts';
import { measureMapIdle } from './mapIdle.ts';
import { measureMapPan } from './mapPan.ts';
import { measureNearest } from './nearest.ts';
import { measureRequests } from './requests.ts';

const only = process.argv.slice(2);
const wanted = (part: string) => only.length === 0 || only.includes(part);

if (wanted('finder')) measureFinder();
if (wanted('import')) await measureImport();
if (['requests', 'first', 'bytes', 'map', 'pan'].some(wanted)) {
	const site = await startSite({ backend: { DATA_DIR: 'memory://' }, limits: {} });
	try {
		if (wanted('requests')) await measureRequests(site.url);
		if (['first', 'bytes', 'map', 'pan'].some(wanted)) await inBrowser(site.url);
	} finally {
		await site.stop();
	}
}
if (wanted('nearest')) await measureNearest();
if (wanted('colleagues')) await measureColleagues();
process.exitCode = everyBoundKept() ? 0 : 1;

async function inBrowser(site: string): Promise<void> {
	const browser = await chromium.launch(await findChromium());
	try {
		if (wanted('first')) await measureFirstPaint(browser, site);
		if (wanted('bytes')) await measureBytes(browser, site);
		if (wanted('map')) await measureMapIdle(browser, site);
		if (wanted('pan')) await measureMapPan(browser, site);
	} finally {
		await browser.close();
	}
}
