/**
 * Writes all that the site says into the folder `DUMP_TO`: before and after a change that is to change nothing, to
 * compare. `npm run dump -- <folder>`; see tests/README.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/lib/domain/directory/directory.ts';
import { composeMail } from '../../src/lib/mail/compose.server.ts';
import { ACCOUNT, PARAMS, TOPIC_OF } from '../../src/lib/mail/params.fixture.ts';
import { catalogue } from '../database/catalogue.ts';
import { backendOfWorker } from '../database/useDatabase.ts';
import { routesOnDisk } from '../policies/routes.ts';
import { pathOf, type Content } from '../routes.ts';
import { normalised } from '../unchanged/normalised.ts';
import { addressesOf, addressFor } from './addresses.ts';
import { comeToLook, LANGUAGES, ROLES } from './lookingAround.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const folder = process.env.DUMP_TO;

/** With questions in them, of routes that are no pages. */
const ASKED = [
	'/api/v1/desks.geojson?near=3.7,51.05&limit=3',
	'/api/v1/desks.geojson?municipality=44021',
	'/api/v1/desks.geojson?near=x',
	'/api/v1/hsds/services?full=true',
	'/api/v1/hsds/organizations?full=true&full_service=true',
	'/api/v1/hsds/service_at_locations?full=true'
];
const HEADERS = ['cache-control', 'content-security-policy', 'content-type', 'link', 'vary', 'x-robots-tag'];

/** A tag a line, so that a difference can be read; sorted where the order is that of ids, which are new each time. */
function readable(text: string, type: string) {
	if (type.startsWith('text/html')) return text.replaceAll('<', '\n<');
	if (/xml/.test(type))
		return text
			.split(/(?=[<"]|M-?\d)/)
			.toSorted()
			.join('\n');
	if (/json/.test(type)) {
		const numbered = /"of":\d+/g;
		return text
			.replaceAll(numbered, '')
			.split(/(?<=[,[{])|(?=[\]}])/)
			.toSorted()
			.join('\n');
	}
	return text;
}

describe.runIf(folder)('all that the site says', () => {
	const site = useSite();
	let visitors: ReadonlyMap<string, Visitor>;
	let content: Content;

	beforeAll(async () => {
		({ visitors, content } = await comeToLook(site));
	});

	const write = (name: string, text: string) => {
		const file = join(folder ?? '', name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, normalised(text));
	};
	const dump = async (who: string, address: string) => {
		const answer = await visitors.get(who)?.ask(addressFor(address, content));
		if (!answer) throw new Error(`${who} is not there.`);
		const head = HEADERS.map((name) => `${name}: ${answer.headers.get(name) ?? ''}`);
		const text = await answer.text();
		const body = readable(normalised(text), answer.headers.get('content-type') ?? '');
		const name = encodeURIComponent(address.replace(/^\//, '') || 'home').replaceAll('%2F', '/');
		write(join(who, `${name}.txt`), [answer.status, ...head, '', body].join('\n'));
	};

	describe.each(Object.keys(ROLES))('to %s', (who) => {
		it.each(Object.values(LANGUAGES))('in its pages, under "%s"', async (prefix) => {
			for (const address of addressesOf(ROLES[who] ?? null)) await dump(who, prefix + address);
		});

		it('in everything else', async () => {
			const paths = routesOnDisk().filter(({ isPage }) => !isPage);
			for (const address of [...paths.map(({ id }) => pathOf(id)), ...ASKED]) await dump(who, address);
		});
	});

	it.each(Object.keys(PARAMS))('in the mail %s', (template) => {
		for (const locale of LOCALES) {
			const { subject, text, html } = composeMail(
				{
					id: ACCOUNT,
					template,
					locale,
					to_address: 'noor@voorbeeld.example',
					params: PARAMS[template],
					topic: TOPIC_OF[template] ?? null,
					recipient_id: ACCOUNT
				},
				{ origin: 'https://kaart.example', secret: 'secret' }
			);
			write(`mail/${template}.${locale}.txt`, [subject, text, html].join('\n\n'));
		}
	});

	it('to the database', async () => {
		const lines = await (await backendOfWorker(true)).exclusively(catalogue);
		expect(lines.length).toBeGreaterThan(0);
		write('database.txt', `${lines.join('\n')}\n`);
	});
});
