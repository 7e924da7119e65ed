/** The knowledge base, as somebody without scripts reads it; what only members see is in no answer for others. */
import { beforeEach, describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite();

/** Nowhere but in what is for members. */
const CANARY = 'kanarievogel';
const TOOL = 'vragenlijst-zebrapad';
const STORY = 'zebrapad-zonder-strepen';
const SECRET = 'geheim-zebrapad';
const BOOK = 'boek-zebrapad';

beforeEach(async () => {
	await site.query(`
		insert into public.resource (slug, kind, local_government_id, title, summary, body, language, visibility, published_at, reviewed_at,
			outcome, tried, cost, next_time, licence)
		select item.*, case when item.kind = 'tool' then 'cc-by' end
		from (select id from public.local_government where nis_code = '44021' and kind = 'gemeente') as owner
		cross join lateral (values
			('${TOOL}', 'tool', owner.id, 'Vragenlijst zebrapad', 'Acht vragen op één blad.',
				E'Begin hier.[^1]\\n\\n## Voor\\n\\nLees <b>dit</b>.\\n\\n## Tijdens\\n\\n| a | b |\\n|--:|---|\\n| 1 | 2 |\\n\\n## Na\\n\\n![foto](https://foto.example/a.png) [x](javascript:alert)\\n\\n[^1]: Een noot.',
				'nl', 'public', timestamptz '2026-11-29 12:00+01', timestamptz '2026-06-01', null, null, null, null),
			('${STORY}', 'story', owner.id, 'Zebrapad zonder strepen', 'Niemand stak over.', 'Zo begon het.', 'nl', 'public',
				'2022-03-01', null, 'successful_failure', 'We verfden één streep.', '€ 12.', 'Eerst vragen.'),
			('${SECRET}', 'manual', owner.id, 'Geheim zebrapad ${CANARY}', 'Alleen voor leden, ${CANARY}.', 'Met een ${CANARY} erin.', 'nl',
				'members', '2026-04-01', null, null, null, null, null),
			('${BOOK}', 'publication', null, 'Cahier des passages zebrapad', 'Deux entretiens.', 'Introduction.', 'fr', 'public',
				'2026-02-01', null, null, null, null, null)
		) as item (slug, kind, local_government_id, title, summary, body, language, visibility, published_at, reviewed_at, outcome, tried,
			cost, next_time)`);
	await site.query(`
		insert into public.resource_topic (resource_id, topic_id)
		select item.id, topic.id from public.resource as item cross join public.expertise_topic as topic
		where item.slug in ('${TOOL}', '${STORY}', '${SECRET}') and topic.slug = 'werven'`);
	await site.query(`
		insert into public.resource_link (from_id, to_id, role, note, place)
		select story.id, tool.id, 'tool', 'De derde vraag hielp het meest.', 1
		from public.resource as story, public.resource as tool where story.slug = '${STORY}' and tool.slug = '${TOOL}'`);
	await site.query(`
		insert into public.resource_use (resource_id, local_government_id, note)
		select item.id, body.id, 'Elke week.' from public.resource as item, public.local_government as body
		where item.slug = '${TOOL}' and body.nis_code in ('44021', '46021') and body.kind = 'gemeente'`);
	await site.query(`
		insert into public.resource_block (resource_id, place, title, speaker, body)
		select id, place, 'Entretien ' || place, 'Une voisine', E'Bonjour.\\n\\nC’est tout.' from public.resource, generate_series(1, 2) as place
		where slug = '${BOOK}'`);
});

const takeOff = (slug: string) =>
	site.query(`update public.resource set taken_off_at = now() where slug = '${slug}'`);

describe('the list', () => {
	it('says of each item what it is, whose, about what and how many use it', async () => {
		const visitor = site.visitor();
		await visitor.open('/kennisbank?q=zebrapad&bestuur=gent');
		const tool = visitor.getByRole('article').filter({ hasText: 'Acht vragen' });
		expect(tool).toContainText('Hulpmiddel');
		expect(tool.getByRole('link', { name: 'Gemeente Gent' })).toHaveAttribute('href', '/besturen/gent');
		expect(tool).toContainText('gebruikt door 2 besturen');
		expect(tool).toContainText('29 november 2026');
		expect(visitor.page.querySelector('article h3 mark')?.textContent?.toLowerCase()).toBe('zebrapad');
		expect(visitor.getByRole('article').filter({ hasText: 'Niemand stak over' })).toContainText(
			'Leerrijke mislukking'
		);
	});

	it('has filters that a form sends, with counts, and takes each away by a link', async () => {
		const visitor = site.visitor();
		await visitor.open('/kennisbank?q=zebrapad');
		expect(visitor.getByText('3 teksten', { exact: true })).toBeVisible();
		visitor.getByLabel(/^Verhaal\s*\(1\)/).check();
		await visitor.getByRole('button', { name: 'Zoek', exact: true }).click();
		expect(visitor.address).toContain('soort=verhaal');
		expect(visitor.getByRole('article')).toHaveCount(1);
		await visitor
			.getByRole('link', { name: /Verhaal/ })
			.first()
			.click();
		expect(visitor.getByRole('article')).toHaveCount(3);
	});

	it('corrects a typing error, says so, and searches literally when asked', async () => {
		const visitor = site.visitor();
		await visitor.open('/kennisbank?q=zebrapat');
		const main = visitor.getByRole('main');
		expect(main).toContainText('Niets gevonden voor zebrapat. Dit is wat er is voor');
		await visitor.getByRole('link', { name: 'Zoek toch zebrapat' }).click();
		expect(main).toContainText('Hierover is er nog niets.');
		expect(main).toContainText('Dit is er wel');
	});

	it('says once that members see more, and to members nothing of that', async () => {
		const visitor = site.visitor();
		await visitor.open('/kennisbank');
		expect(visitor.getByRole('main').getByRole('link', { name: 'Meld je aan' })).toHaveCount(1);
		const member = await site.signIn(await site.person({ fullName: 'Mia Lid', status: 'approved' }));
		await member.open('/kennisbank?q=zebrapad');
		expect(member.getByRole('main').getByRole('link', { name: 'Meld je aan' })).toHaveCount(0);
		expect(member.getByRole('article').filter({ hasText: CANARY })).toContainText('Alleen voor leden');
	});

	it.each(['/fr', '/en', ''])('is there in each language: %s', async (prefix) => {
		const visitor = site.visitor();
		expect((await visitor.open(`${prefix}/kennisbank?q=zebrapad`)).status).toBe(200);
		const own = prefix === '/fr' ? null : 'fr';
		const book = [...visitor.page.querySelectorAll('article h3')].find((title) =>
			title.textContent?.startsWith('Cahier')
		);
		expect(book?.getAttribute('lang') ?? null).toBe(own);
	});
});

describe('an item', () => {
	it('is read with a table of contents, notes, and nothing that runs or is fetched elsewhere', async () => {
		const visitor = site.visitor();
		await visitor.open(`/kennisbank/${TOOL}`);
		const main = visitor.getByRole('main');
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Vragenlijst zebrapad');
		expect(visitor.getByRole('navigation', { name: 'Op deze pagina' }).getByRole('link')).toHaveText([
			'Voor',
			'Tijdens',
			'Na'
		]);
		expect(main).toContainText('Lees <b>dit</b>.');
		expect(
			visitor.page.querySelector('main img[src^="http"], main [style], main [href^="javascript"]')
		).toBeNull();
		expect(main.getByRole('link', { name: 'Afbeelding op foto.example openen: foto' })).toHaveAttribute(
			'rel',
			'noopener nofollow ugc'
		);
		const note = visitor.page.querySelector('main sup a')?.getAttribute('href')?.slice(1) ?? '';
		expect(visitor.page.getElementById(note)?.textContent).toContain('Een noot.');
		expect(main).toContainText('Gecontroleerd op 1 juni 2026');
		expect(main).toContainText('De inhoud van deze pagina is van Gemeente Gent.');
		expect(main.getByRole('link', { name: /CC BY 4.0/ })).toHaveAttribute('rel', 'license');
	});

	it('a story leads to its tool, and the tool back to the story and to who uses it', async () => {
		const visitor = site.visitor();
		await visitor.open(`/kennisbank/${STORY}`);
		for (const heading of ['Wat we deden', 'Wat het kostte', 'Wat we anders zouden doen'])
			expect(visitor.getByRole('heading', { level: 2, name: heading })).toBeVisible();
		expect(visitor.getByRole('main')).toContainText('Niemand controleerde deze tekst sinds 1 maart 2022');
		expect(visitor.getByRole('main')).toContainText('De derde vraag hielp het meest.');
		await visitor.getByRole('link', { name: 'Vragenlijst zebrapad' }).first().click();
		expect(visitor.getByRole('region', { name: 'Wie het gebruikte, vertelt' })).toContainText(
			'Leerrijke mislukking'
		);
		expect(visitor.getByRole('region', { name: 'Gebruikt door' }).getByRole('listitem')).toHaveCount(2);
		await visitor.getByRole('link', { name: 'Zebrapad zonder strepen' }).first().click();
		expect(visitor).toHaveAddress(`/kennisbank/${STORY}`);
	});

	it('a publication has an address for each chapter, with the one before and after', async () => {
		const visitor = site.visitor();
		await visitor.open(`/kennisbank/${BOOK}`);
		expect(visitor.page.querySelector('h1')?.lang).toBe('fr');
		await visitor.getByRole('link', { name: 'Entretien 1' }).click();
		expect(visitor).toHaveAddress(`/kennisbank/${BOOK}/1`);
		expect(visitor.getByRole('main')).toContainText('Deel 1 van 2');
		await visitor.getByRole('link', { name: /Volgende/ }).click();
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Entretien 2');
		expect((await visitor.ask(`/kennisbank/${BOOK}/3`)).status).toBe(404);
		expect((await visitor.ask(`/kennisbank/${BOOK}/01`)).status).toBe(404);
	});

	it('tells search engines what it is', async () => {
		const visitor = site.visitor();
		await visitor.open(`/kennisbank/${TOOL}`);
		const data = visitor.page.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
		expect(JSON.parse(data)).toMatchObject({
			'@type': 'Article',
			headline: 'Vragenlijst zebrapad',
			inLanguage: 'nl',
			author: { name: 'Gemeente Gent' }
		});
		expect(visitor.page.querySelector('link[rel="canonical"]')?.getAttribute('href')).toMatch(
			new RegExp(`/kennisbank/${TOOL}$`)
		);
	});

	it('takes along which page is not right', async () => {
		const visitor = site.visitor();
		await visitor.open(`/kennisbank/${TOOL}`);
		await visitor.getByRole('link', { name: 'Meld wat er niet klopt' }).click();
		expect(visitor.getByLabel(/Je bericht|Bericht/).first()).toHaveValue(new RegExp(`/kennisbank/${TOOL}`));
	});

	it('leads members to a colleague who offers the theme, and nobody else', async () => {
		await site.person({
			fullName: 'Odile Kenner',
			status: 'approved',
			government: 'gemeente-gent',
			shows: ['expertise'],
			expertise: { werven: { direction: 'offered' } }
		});
		const member = await site.signIn(await site.person({ fullName: 'Mia Lid', status: 'approved' }));
		await member.open(`/kennisbank/${TOOL}`);
		expect(member.getByRole('region', { name: 'Collega’s die hierover meer weten' })).toBeVisible();
		const visitor = site.visitor();
		await visitor.open(`/kennisbank/${TOOL}`);
		expect(visitor.getByRole('region', { name: 'Collega’s die hierover meer weten' })).toHaveCount(0);
	});
});

describe('addresses', () => {
	it('of before lead on, of what was taken off say so, and others offer what comes near', async () => {
		await site.query(
			`insert into public.former_resource_slug (slug, resource_id) select 'oude-vragenlijst', id from public.resource where slug = '${TOOL}'`
		);
		const visitor = site.visitor();
		const moved = await visitor.ask('/fr/kennisbank/oude-vragenlijst', { redirect: 'manual' });
		expect([moved.status, moved.headers.get('location')]).toEqual([308, `/fr/kennisbank/${TOOL}`]);
		const capitals = await visitor.ask(`/kennisbank/${TOOL.toUpperCase()}`, { redirect: 'manual' });
		expect(capitals.status).toBe(308);
		expect((await visitor.open('/kennisbank/vragenlijst-zebrapat')).status).toBe(404);
		expect(visitor.getByRole('link', { name: 'Vragenlijst zebrapad' })).toBeVisible();
		await takeOff(TOOL);
		expect((await visitor.open(`/kennisbank/${TOOL}`)).status).toBe(410);
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Deze tekst is van de website gehaald.');
	});

	it('what is for members is to others what never was, then and now', async () => {
		const visitor = site.visitor();
		const waiting = await site.signIn(await site.person({ fullName: 'Wim Wacht', status: 'pending' }));
		for (const who of [visitor, waiting]) {
			const answers = await Promise.all(
				[SECRET, 'gehejm-zebrapad'].map(async (slug) => {
					const answer = await who.ask(`/kennisbank/${slug}`);
					return [answer.status, (await answer.text()).replaceAll(slug, '')];
				})
			);
			expect(answers[0]?.[0]).toBe(404);
			expect(String(answers[0]?.[1])).not.toContain(CANARY);
		}
		await takeOff(SECRET);
		expect((await visitor.ask(`/kennisbank/${SECRET}`)).status).toBe(404);
	});

	it.each([
		`/kennisbank?q=${CANARY}&letterlijk=ja`,
		'/kennisbank?soort=handleiding&bestuur=gent',
		`/kennisbank.atom?q=zebrapad`,
		'/kennisbank.atom?bestuur=gent',
		'/besturen/gent',
		'/sitemap.xml',
		`/kennisbank/${TOOL}`,
		`/kennisbank/${STORY}`
	])('nothing of it stands in %s', async (address) => {
		const answer = await site.visitor().ask(address);
		const text = await answer.text();
		expect(answer.status).toBe(200);
		expect(text.replaceAll(`${CANARY}&amp;`, '').replaceAll(`value="${CANARY}"`, '')).not.toContain(
			`zebrapad ${CANARY}`
		);
		expect(text).not.toContain(SECRET);
	});

	it('what is taken off is gone at the next request', async () => {
		const visitor = site.visitor();
		const addresses = [
			`/kennisbank?q=zebrapad`,
			'/kennisbank.atom?q=zebrapad',
			'/sitemap.xml',
			'/besturen/gent'
		];
		for (const address of addresses)
			expect(await (await visitor.ask(address)).text(), address).toContain(TOOL);
		await takeOff(TOOL);
		for (const address of addresses)
			expect(await (await visitor.ask(address)).text(), address).not.toContain(TOOL);
	});
});

describe('the feed', () => {
	it('is exactly the view, with public items only, also for a member', async () => {
		const member = await site.signIn(await site.person({ fullName: 'Mia Lid', status: 'approved' }));
		await member.open('/kennisbank?q=zebrapad&soort=hulpmiddel');
		const link = member.page.querySelector('link[type="application/atom+xml"]')?.getAttribute('href') ?? '';
		expect(link).toBe('/kennisbank.atom?q=zebrapad&soort=hulpmiddel');
		const answer = await member.ask(link);
		expect(answer.headers.get('content-type')).toContain('application/atom+xml');
		const feed = await answer.text();
		expect(feed.match(/<entry/g)).toHaveLength(1);
		expect(feed).toContain('Hulpmiddel: Vragenlijst zebrapad');
		expect(await (await member.ask('/kennisbank.atom?q=zebrapad')).text()).not.toContain(CANARY);
	});
});

describe('a municipality', () => {
	it('tells what it shares and what it uses', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/gent');
		expect(visitor.getByRole('region', { name: 'Wat Gent deelt' })).toContainText('Vragenlijst zebrapad');
		expect(visitor.getByRole('region', { name: 'Wat Gent gebruikt' })).toContainText('Vragenlijst zebrapad');
	});
});
