import postgres from 'postgres';
import { startSite, startSupabase, type Running } from './support/servers.ts';
import { expect, test } from './support/test.ts';

/** Written into everything that is not public; wherever it turns up, something leaks. */
const CANARY = 'kanarie7f3a';

const ADDRESSES = [
	'/',
	'/?q=gent',
	`/?q=${CANARY}`,
	'/?sorteer=inwoners&loket=ja',
	'/besturen/gent',
	'/fr/besturen/sint-niklaas',
	'/contact',
	'/sitemap.xml',
	'/kaart/gegevens.json',
	'/kaart/overzicht.svg',
	'/kaart/gent.svg',
	'/api/v1/local-governments.geojson',
	'/api/v1/desks.geojson',
	'/api/v1/desks.geojson?near=3.7,51.05&limit=100',
	'/api/v1/desks.geojson?municipality=44021',
	'/api/v1/desks.csv',
	'/api/v1/municipalities.json',
	'/api/v1/hsds/services?full=true',
	'/api/v1/hsds/organizations?full=true&full_service=true',
	'/api/v1/hsds/service_at_locations?full=true',
	'/healthz'
];

let running: Running[] = [];
test.afterEach(async () => {
	await Promise.all(running.map((one) => one.stop()));
	running = [];
});

test('nothing that is withheld is in any byte of a page or of the API', async ({ request }) => {
	const supabase = await startSupabase({ dataDir: 'memory://' });
	running.push(supabase);
	const sql = postgres(supabase.databaseUrl, { max: 1 });
	try {
		await sql`update public.local_government set email_domains = array[${`${CANARY}.example`}]`;
		await sql`insert into public.contact_message (name, email, message, locale)
			values (${CANARY}, ${`${CANARY}@voorbeeld.example`}, ${`${CANARY} vraagt iets`}, 'nl')`;
		await sql`insert into public.volunteer_desk
				(slug, local_government_id, name, street, postcode, place, lon, lat, published)
			select ${`${CANARY}-`} || slug, id, ${CANARY}, ${CANARY}, '9000', ${CANARY}, 3.7, 51.05, slug <> 'gemeente-gent'
			from public.local_government where slug in ('gemeente-gent', 'gemeente-sint-niklaas')`;
	} finally {
		await sql.end();
	}
	const site = await startSite({ backend: supabase.keys });
	running.push(site);
	for (const address of ADDRESSES) {
		const answer = await request.get(site.url + address);
		expect(answer.status(), address).toBe(200);
		const text = await answer.text();
		// What the reader typed is their own.
		expect(address.includes(CANARY) || !text.includes(CANARY), address).toBe(true);
		expect(text, address).not.toMatch(/email_?domains|sb_secret_/i);
	}
	expect(site.output()).not.toContain(CANARY);
});
