/** What the pages about colleagues cost when there are thousands, of what the database itself does for them. */
import { bootForTests } from '../../src/lib/base/embedded/embedded.fixture.ts';
import type { Embedded } from '../../src/lib/base/embedded/index.server.ts';
import { get } from '../e2e/support/http.ts';
import { startBuiltSite, type BuiltSite } from '../policies/builtSite.ts';
import { makePerson, type Person } from '../policies/people.ts';
import { fillColleagues } from './colleagues.ts';
import { quickest, report } from './figures.ts';

const MEMBERS = 5_000;
const ROUNDS = 10;
const BOUND = 3;

const PAGES = [
	{
		path: '/collegas',
		question: `select * from public.search_colleagues(null, null, null, null, null, null, null,
			array[0, 10000, 20000, 50000, 100000], null, array[10, 25, 50], null, 'name', 12, 0)`
	},
	{ path: '/collegas/zoals-wij', question: 'select * from public.government_expertise()' }
];

export async function measureColleaguePages(): Promise<void> {
	const embedded = await bootForTests({ exampleData: true });
	try {
		const person = await makePerson(embedded, { name: 'asks' });
		await fillColleagues(embedded, MEMBERS);
		const site = await startBuiltSite(embedded, { DIRECTORY_RECHECK_MS: '1000' });
		try {
			for (const { path, question } of PAGES) {
				const own = await quickestOf(() => costOfQuestion(embedded, person, question));
				const page = await quickestOf(() => costOfPage(site, person, path));
				report({
					name: `${path} with ${MEMBERS} members against the database’s own work`,
					value: page / own,
					unit: 'ratio',
					bound: { atMost: BOUND },
					sides: { own: page, baseline: own }
				});
			}
		} finally {
			await site.stop();
		}
	} finally {
		await embedded.close();
	}
}

/** The first rounds are for the compilers. */
async function quickestOf(measure: () => Promise<number>): Promise<number> {
	const costs: number[] = [];
	for (let round = 0; round < ROUNDS + 3; round++) {
		const cost = await measure();
		if (round >= 3) costs.push(cost);
	}
	return quickest(costs);
}

/** Milliseconds that the thread of the database has worked. */
function worked(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}

/** Of the database alone, asked as the Data API asks it. */
function costOfQuestion(embedded: Embedded, { id, token }: Person, question: string): Promise<number> {
	const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
	return embedded.exclusively(async (db) => {
		await db.exec('begin');
		try {
			await db.query(
				`select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true),
					set_config('role', 'authenticated', true)`,
				[claims, id]
			);
			const before = worked();
			const { rows } = await db.query(question);
			const cost = worked() - before;
			if (rows.length !== 1) throw new Error(`${question} gave ${rows.length} rows.`);
			return cost;
		} finally {
			await db.exec('rollback');
		}
	});
}

/** Of the site and all that it asks: the session, the themes, and what is done to hand answers over. */
async function costOfPage(site: BuiltSite, person: Person, path: string): Promise<number> {
	const [bySite, byBackend] = [await site.worked(), worked()];
	const { status } = await get(site.url + path, {
		cookie: site.cookieOf(person),
		'accept-encoding': 'br'
	});
	if (status !== 200) throw new Error(`${path} gave ${status}`);
	return worked() - byBackend + ((await site.worked()) - bySite);
}
