import { beforeAll, expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();

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

beforeAll(async () => {
	await site.sql`update public.local_government set email_domains = array[${`${CANARY}.example`}]`;
	await site.sql`insert into public.contact_message (name, email, message, locale)
		values (${CANARY}, ${`${CANARY}@voorbeeld.example`}, ${`${CANARY} vraagt iets`}, 'nl')`;
	await site.sql`insert into public.volunteer_desk
			(slug, local_government_id, name, street, postcode, place, lon, lat, published)
		select ${`${CANARY}-`} || slug, id, ${CANARY}, ${CANARY}, '9000', ${CANARY}, 3.7, 51.05, slug <> 'gemeente-gent'
		from public.local_government where slug in ('gemeente-gent', 'gemeente-sint-niklaas')`;
});

it.each(ADDRESSES)('nothing that is withheld is in any byte of %s', async (address) => {
	const answer = await site.visitor().ask(address);
	expect(answer.status).toBe(200);
	const text = await answer.text();
	// What the reader typed is their own.
	expect(address.includes(CANARY) || !text.includes(CANARY)).toBe(true);
	expect(text).not.toMatch(/email_?domains|sb_secret_/i);
});

it('nothing that is withheld is in what the server prints', () => {
	expect(site.output()).not.toContain(CANARY);
});
