import { describe, expect as expectValue, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite();

describe('what a desk is', () => {
	it('is said once where the word first stands, with the way to a page about it', async () => {
		const visitor = site.visitor();
		for (const path of ['/', '/loketten', '/besturen/gent', '/loketten/vrijwilligersloket-gent']) {
			await visitor.open(path);
			const main = visitor.getByRole('main');
			expect(main.getByRole('link', { name: 'Wat doet een loket?' })).toHaveCount(1);
		}
		for (const path of ['/', '/besturen/gent']) {
			await visitor.open(path);
			expect(visitor.getByRole('main')).toContainText('Openbaar Centrum voor Maatschappelijk Welzijn');
		}
	});

	it('has a page of its own in three languages, which leads to the finder', async () => {
		const visitor = site.visitor();
		for (const [path, title, find] of [
			['/wat-doet-een-loket', 'Wat doet een loket?', 'Zoek een loket'],
			['/fr/wat-doet-een-loket', 'Que fait un guichet du volontariat ?', 'Chercher un guichet'],
			['/en/wat-doet-een-loket', 'What does a volunteer desk do?', 'Find a desk']
		] as const) {
			await visitor.open(path);
			expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title);
			expect(visitor.getByRole('main').getByRole('link', { name: find })).toHaveAttribute(
				'href',
				/\/loketten$/
			);
		}
	});
});

describe('the page of a province', () => {
	it('has who takes part from A to Z with their desks, a picture, and the way to the others', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/gent');
		await visitor.getByRole('link', { name: 'Provincie Oost-Vlaanderen' }).click();
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
			'Vrijwilligen in de provincie Oost-Vlaanderen'
		);
		expect(visitor.getByRole('main')).toContainText(/Gemeenten die meedoen: \d+ van 5\d/);
		expect(visitor.getByRole('link', { name: 'Vrijwilligersloket Gent', exact: true })).toBeVisible();
		const picture = visitor.getByRole('img', { name: /^Kaart van de provincie Oost-Vlaanderen/ });
		const svg = await visitor.ask(picture.getAttribute('src') ?? '');
		expectValue(svg.headers.get('content-type')).toContain('image/svg+xml');
		expect(visitor.getByRole('navigation', { name: 'Per provincie' }).getByRole('link')).toHaveCount(6);
	});

	it('is found by its name in another language, and others are not found', async () => {
		const visitor = site.visitor();
		await visitor.open('/fr/provincies/bruxelles');
		expectValue(visitor.address).toMatch(/\/fr\/provincies\/brussel$/);
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
			'Le volontariat dans la Région de Bruxelles-Capitale'
		);
		expectValue((await visitor.ask('/provincies/hainaut')).status).toBe(404);
		expectValue((await visitor.ask('/kaart/provincie/hainaut.svg')).status).toBe(404);
	});
});

describe('what changed last', () => {
	it('is a page and a feed, in the reader’s language', async () => {
		const visitor = site.visitor();
		await visitor.open('/fr/bijgewerkt');
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Mis à jour récemment');
		const feed = await visitor.ask('/fr/bijgewerkt.xml');
		expectValue(feed.headers.get('content-type')).toContain('application/atom+xml');
		const xml = await feed.text();
		expectValue(xml).toContain('xml:lang="fr"');
		expectValue(xml).toMatch(/<link href="[^"]+\/fr\/(loketten|besturen)\/[^"]+"\/>/);
	});
});

it('a desk can be passed on, and looked up with who drives there', async () => {
	const visitor = site.visitor();
	await visitor.open('/loketten/vrijwilligersloket-gent');
	const main = visitor.getByRole('main');
	expect(main.getByRole('link', { name: 'Mail deze pagina' })).toHaveAttribute(
		'href',
		/^mailto:\?subject=Vrijwilligersloket%20Gent&body=http.*vrijwilligersloket-gent$/
	);
	expect(main.getByRole('link', { name: 'De Lijn (bus en tram)' })).toHaveAttribute('href', /delijn\.be/);
	expect(main.getByRole('link', { name: 'NMBS (trein)' })).toBeVisible();
});
