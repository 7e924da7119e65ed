/**
 * `npm run bench`: what the site costs, as ratios against a bare baseline measured in the same run, and as bytes; beside what it was
 * at the last landing. Ends with 1 when a bound is broken. Names of parts as arguments run only those; `--keep` makes what was
 * measured the last landing.
 */
import { chromium } from '@playwright/test';
import { findChromium } from '../browser/chromium.ts';
import { startSite } from '../e2e/support/servers.ts';
import { measureBytes } from './bytes.ts';
import { measureColleaguePages } from './colleaguePages.ts';
import { measureColleagues } from './colleagues.ts';
import { conclude, keepAsLast } from './figures.ts';
import { measureFinder } from './finder.ts';
import { measureFirstPaint } from './firstPaint.ts';
import { measureGrowth } from './growth.ts';
import { measureImport } from './importPlan.ts';
import { measureKnowledge } from './knowledge.ts';
import { measureMapIdle } from './mapIdle.ts';
import { measureMapPan } from './mapPan.ts';
import { measureNearest } from './nearest.ts';
import { measureRequests } from './requests.ts';

const only = process.argv.slice(2).filter((argument) => argument !== '--keep');
const wanted = (part: string) => only.length === 0 || only.includes(part);

if (wanted('finder')) measureFinder();
if (wanted('import')) await measureImport();
if (wanted('requests')) await measureRequests();
if (['first', 'bytes', 'map', 'pan'].some(wanted)) {
	const site = await startSite({ backend: { DATA_DIR: 'memory://' }, limits: {} });
	try {
		await inBrowser(site.url);
	} finally {
		await site.stop();
	}
}
if (wanted('growth')) await measureGrowth();
if (wanted('nearest')) await measureNearest();
if (wanted('colleagues')) await measureColleagues();
if (wanted('knowledge')) await measureKnowledge();
if (wanted('colleague-pages')) await measureColleaguePages();
process.exitCode = conclude() ? 0 : 1;
if (process.argv.includes('--keep')) await keepAsLast(only.length === 0);

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
