/** A site of one worker, with a database and mail of its own, as it was at the start whenever a test begins. */
import { openOwnBackend, type OwnBackend } from './ownBackend.ts';
import { mailAt } from './mailbox.ts';
import { startSite, type RunningSite } from './servers.ts';

export interface OwnSite extends Pick<OwnBackend, 'keys' | 'mail' | 'sql'> {
	/** Without slash at the end. */
	url: string;
	/** Puts everything back; nothing of the test before can be written from here on. */
	beginTest(name: string): Promise<void>;
	/** What another site needs to be on the same database in this test. */
	database(): { keys: OwnBackend['keys']; testName: string };
	stop(): Promise<void>;
}

interface Options {
	exampleData: boolean;
	/** More settings of the site. */
	env?: Record<string, string>;
}

/** The last thing that the daily upkeep asks of the database, at the start too. */
const LAST_OF_UPKEEP = 'queue_digests';

export async function startOwnSite({ exampleData, env = {} }: Options): Promise<OwnSite> {
	const backend = await openOwnBackend({ exampleData });
	try {
		const isKeptUp = backend.answered(LAST_OF_UPKEEP);
		const site = await startSite({
			backend: backend.keys,
			env: { SMTP_URL: backend.mail.url, EXAMPLE_DATA: exampleData ? '1' : '0', ...env }
		});
		// Today's upkeep is no part of any test.
		await isKeptUp;
		await backend.keep();
		let testName = '';
		const forget = mailAt(site.url, () => backend.mail.received);
		return {
			url: site.url,
			keys: backend.keys,
			mail: backend.mail,
			sql: backend.sql,
			beginTest: async (title) => {
				testName = await beginTest(backend, site, title);
			},
			database: () => ({ keys: backend.keys, testName }),
			stop: async () => {
				forget();
				await site.stop();
				await backend.close();
			}
		};
	} catch (cause) {
		await backend.close();
		throw cause;
	}
}

/** The name is new every time, whatever it begins with: a test may run again. */
let begun = 0;

/** @returns its name */
async function beginTest(backend: OwnBackend, site: RunningSite, title: string): Promise<string> {
	begun += 1;
	const name = `${begun} ${encodeURIComponent(title)}`;
	await site.beginTest(name);
	backend.beginTest(name);
	await backend.restore();
	return name;
}
