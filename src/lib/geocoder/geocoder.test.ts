import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { referenceIndex } from '../../../tests/fixtures/referenceDirectory.ts';
import { createGeocoder, type Geocode } from './geocoder.server';
import { flemish, startRegister, type RegisterServer } from './register.fixture';
import { createVisitorLimit } from './visitors.server';

const GENT: [number, number] = [3.7228, 51.0522];
const BRUSSEL: [number, number] = [4.3549, 50.8521];
const index = referenceIndex();

let flanders: RegisterServer;
let brussels: RegisterServer;
let log: string[];
let clock: number;
let geocode: Geocode;

beforeEach(async () => {
	[flanders, brussels] = await Promise.all([startRegister(), startRegister()]);
	log = [];
	clock = 0;
	geocode = geocoderThatWaits(600_000);
	flanders.answers.set('/Location', {
		LocationResult: [flemish('Veldstraat', '12', ['9000', 'Gent'], GENT)]
	});
	brussels.answers.set('/streets', {
		items: [
			{ id: 's2', name: { fr: 'Rue Neuve-Haute', nl: 'Nieuwe Hoogstraat' } },
			{ id: 's1', name: { fr: 'Rue Neuve', nl: 'Nieuwstraat' } }
		],
		total: 2
	});
	brussels.answers.set('/addresses', (response, url) => {
		const item = {
			id: 'a1',
			houseNumber: url.searchParams.get('houseNumber') ?? '7',
			hasStreetName: { href: 'streets/1' },
			hasMunicipality: { href: 'municipalities/21004' },
			hasPostalInfo: { href: 'postalInfos/1000' },
			addressPosition: { wgs84: { lat: BRUSSEL[1], long: BRUSSEL[0] } }
		};
		response.end(
			JSON.stringify({
				items: url.searchParams.get('streetId') === 's1' ? [item, { ...item, boxNumber: '2' }] : [],
				embedded: {
					'municipalities/21004': { name: { fr: 'Bruxelles', nl: 'Brussel' }, nisCode: '21004' },
					'postalInfos/1000': { postCode: '1000' }
				}
			})
		);
	});
});
afterEach(() => Promise.all([flanders.close(), brussels.close()]));

const geocoderThatWaits = (timeoutMs: number): Geocode =>
	createGeocoder({
		flandersUrl: flanders.url,
		brusselsUrl: brussels.url,
		index: () => Promise.resolve(index),
		log: (message) => log.push(message),
		now: () => clock,
		timeoutMs
	});

const place = { label: '9000 Gent', nisCode: '44021', precise: false, source: 'place' };

describe('an address in Flanders', () => {
	const address = 'Veldstraat 12, 9000 Gent';

	it('is found in the Flemish register, and nobody else is asked', async () => {
		const house = { label: address, lon: GENT[0], lat: GENT[1], nisCode: '44021' };
		expect(await geocode(address)).toEqual([{ ...house, precise: true, source: 'address-register' }]);
		expect(await geocode({ street: 'Veldstraat 12', postcode: '9000', place: 'Gent' })).toHaveLength(1);
		expect(flanders.asked.map((url) => url.searchParams.get('q'))).toEqual([address]);
		expect(brussels.asked).toEqual([]);
	});

	it('comes from Lambert 72 where the register gives nothing else', async () => {
		const hit = flemish('Krijgsbaan', '150', ['2100', 'Antwerpen'], [0, 0]);
		const Location = { X_Lambert72: 158788, Y_Lambert72: 211982 };
		flanders.answers.set('/Location', { LocationResult: [{ ...hit, Location }] });
		const [found] = await geocode('Krijgsbaan 150, 2100 Deurne');
		expect(found?.lon).toBeCloseTo(4.494534, 5);
		expect(found?.lat).toBeCloseTo(51.21772, 5);
		expect(found?.precise).toBe(true);
	});

	it('is asked as the register would write it, when it was not found as typed', async () => {
		const found = { LocationResult: [flemish('Veldstraat', '12', ['9000', 'Gent'], GENT)] };
		flanders.answers.set('/Suggestion', { SuggestionResult: ['Veldstraat 12, 9000 Gent'] });
		flanders.answers.set('/Location', (response, url) => {
			const isRight = url.searchParams.get('q')?.startsWith('Veldstraat');
			response.end(JSON.stringify(isRight ? found : { LocationResult: [] }));
		});
		expect((await geocode('Veltstraat 12, 9000 Gent'))[0]?.label).toBe(address);
	});

	it('of which only the street is known is not taken for the house', async () => {
		flanders.answers.set('/Location', {
			LocationResult: [flemish('Veldstraat', null, ['9000', 'Gent'], GENT)]
		});
		expect((await geocode(address))[0]).toMatchObject({ label: 'Veldstraat, 9000 Gent', precise: false });
	});

	it.each([
		['in another municipality', flemish('Veldstraat', '12', ['8500', 'Kortrijk'], [3.2649, 50.8279])],
		['nowhere yet', flemish('Veldstraat', '12', ['9000', 'Gent'], [0, 0])],
		['known by its municipality only', flemish(null, null, ['9000', 'Gent'], GENT)]
	])('that the register places %s falls back on the place', async (_, result) => {
		flanders.answers.set('/Location', { LocationResult: [result] });
		expect(await geocode(address)).toMatchObject([place]);
	});
});

describe('an address in Brussels', () => {
	it.each([
		['Nieuwstraat 7, 1000 Brussel', 'Nieuwstraat 7, 1000 Brussel'],
		['Rue Neuve 7, 1000 Bruxelles', 'Rue Neuve 7, 1000 Bruxelles']
	])('is found in BeSt Address by either of its names: %s', async (typed, label) => {
		const hit = { label, lon: BRUSSEL[0], lat: BRUSSEL[1], nisCode: '21004', precise: true, source: 'best' };
		expect(await geocode(typed)).toEqual([hit]);
		expect(flanders.asked).toEqual([]);
	});
});

describe('a register in trouble', () => {
	const address = 'Veldstraat 12, 9000 Gent';

	it.each([
		['answers 500', (r) => void r.writeHead(500).end(address)],
		['sends something else than JSON', (r) => void r.end(`<html>${address}`)],
		['sends JSON of another shape', (r) => void r.end('{"LocationResult":{"Location":1}}')],
		['breaks the connection', (r) => void r.destroy()],
		['never stops', (r) => void r.end(`"${'x'.repeat(2_000_000)}"`)]
	] as [string, (response: ServerResponse) => void][])(
		'that %s is not noticed by the visitor, and the log holds no address',
		async (_, answer) => {
			flanders.answers.set('/Location', answer);
			expect(await geocode(address)).toMatchObject([place]);
			expect(log).toHaveLength(1);
			expect(log[0]).not.toContain('Veldstraat');
		}
	);

	it.each([
		['never answers', () => {}],
		['stops halfway', (r) => void r.write('{"LocationResult":')]
	] as [string, (response: ServerResponse) => void][])(
		'that %s is given up after a while, and the log holds no address',
		async (_, answer) => {
			flanders.answers.set('/Location', answer);
			expect(await geocoderThatWaits(100)(address)).toMatchObject([place]);
			expect(log).toEqual([expect.stringContaining('no answer in time')]);
			expect(log[0]).not.toContain('Veldstraat');
		}
	);

	it('is left alone for half a minute, and asked again after it', async () => {
		const works = flanders.answers.get('/Location') ?? {};
		flanders.answers.set('/Location', (response) => void response.writeHead(500).end());
		await geocode(address);
		flanders.answers.set('/Location', works);
		clock += 29_000;
		expect(await geocode(address)).toMatchObject([place]);
		expect(flanders.asked).toHaveLength(1);
		clock += 2_000;
		expect(await geocode(address)).toMatchObject([{ precise: true }]);
	});

	it('is not left alone because it refused what one visitor typed', async () => {
		const works = flanders.answers.get('/Location') ?? {};
		flanders.answers.set('/Location', (response) => void response.writeHead(400).end());
		expect(await geocode('Veldstraat %00 1, 9000 Gent')).toMatchObject([place]);
		flanders.answers.set('/Location', works);
		expect(await geocode(address)).toMatchObject([{ precise: true }]);
		expect(log).toEqual([]);
	});

	it('is not blamed for a visitor who went away', async () => {
		flanders.answers.set('/Location', () => {});
		const visitor = new AbortController();
		const answer = geocode(address, { signal: visitor.signal });
		visitor.abort();
		expect(await answer).toMatchObject([place]);
		expect(log).toEqual([]);
	});
});

describe('without a register', () => {
	it('the place answers, and nothing does for a place that is not there', async () => {
		const alone = createGeocoder({
			flandersUrl: undefined,
			brusselsUrl: undefined,
			index: () => Promise.resolve(index)
		});
		expect(await alone('Veldstraat 12, 9000 Gent')).toMatchObject([place]);
		expect(await alone({ street: 'Rue Neuve 7', place: 'Bruxelles' })).toMatchObject([
			{ nisCode: '21004', precise: false }
		]);
		expect(await alone('Xqzvw 12')).toEqual([]);
	});

	it('nothing is said while the directory cannot be read', async () => {
		const blind = createGeocoder({
			flandersUrl: flanders.url,
			brusselsUrl: undefined,
			index: () => Promise.reject(new Error('away'))
		});
		expect(await blind('Veldstraat 12, 9000 Gent')).toEqual([]);
	});
});

describe('what is not asked of a register', () => {
	it.each(['Gent', '9000', '9000 Gent', 'Gentbrugge'])('is a place: %s', async (typed) => {
		expect((await geocode(typed))[0]).toMatchObject({ nisCode: '44021', source: 'place' });
		expect([...flanders.asked, ...brussels.asked]).toEqual([]);
	});

	it('is one question too many of the same visitor', async () => {
		const mayAsk = createVisitorLimit(2, () => clock);
		const ask = (number: number, address: string) =>
			geocode(`Veldstraat ${number}, 9000 Gent`, { mayAsk: () => mayAsk(address) });
		for (const number of [1, 2, 3]) await ask(number, '192.0.2.1');
		expect(flanders.asked).toHaveLength(2);
		await ask(4, '192.0.2.2');
		expect(flanders.asked).toHaveLength(3);
		clock += 60_000;
		await ask(5, '192.0.2.1');
		expect(flanders.asked).toHaveLength(4);
	});
});
