import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Directory } from '$lib/domain/directory/directory';
import { indexDirectory, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { createDirectoryStore } from '$lib/directory/directory.server';
import { useDatabase } from '../../../tests/database/useDatabase.ts';
import { describedAnswers } from '../../../tests/fixtures/describedAnswers.ts';
import { sitemap } from '$lib/site/sitemap.server';
import { createKeyClient } from '$lib/base/database/supabase.server';
import { desksQuery } from './desks.server';
import { featureCollection, localGovernmentFeatures, municipalitiesDocument } from './documents.server';
import { openapiOf } from './openapi.server';
import { Problem } from './problem.server';
import { desksTable, localGovernmentsTable } from './table.server';

const ORIGIN = 'https://kaart.example';
const openapi = openapiOf(ORIGIN, {});
const embedded = useDatabase({ exampleData: true });
let index: DirectoryIndex;

beforeAll(async () => {
	const client = createKeyClient(embedded, embedded.publishableKey);
	index = await createDirectoryStore({ client: () => client }).get();
});

interface DeskAnswer {
	notice?: string;
	license: string;
	features: {
		id: string;
		properties: {
			slug: string;
			nisCode: string;
			locationApproximate: boolean;
			url: string;
			distanceMetres?: number;
		};
	}[];
}

function desks(query: string, of = index): DeskAnswer {
	return JSON.parse(desksQuery(of, new URL(`${ORIGIN}/?${query}`))());
}

function withDesks(change: (desk: Directory['desks'][number], place: number) => Partial<typeof desk>) {
	const { directory } = index;
	return indexDirectory({
		...directory,
		desks: directory.desks.map((desk, place) => ({ ...desk, ...change(desk, place) }))
	});
}

describe('the API description', () => {
	it('is valid OpenAPI 3.1', async () => {
		const { valid, errors } = await new Validator().validate(structuredClone(openapi));
		expect(errors).toBeUndefined();
		expect(valid).toBe(true);
	});

	it('says under what the data may be used, and whom to ask', () => {
		expect(openapi.info.license.url).toBe('https://creativecommons.org/licenses/by/4.0/');
		expect(openapi.info.contact).toEqual({ url: `${ORIGIN}/contact` });
		const asked = openapiOf(ORIGIN, { name: 'Vlaanderen', email: 'open@data.example' }).info.contact;
		expect(asked).toMatchObject({ name: 'Vlaanderen', email: 'open@data.example' });
		expect(desks('').license).toBe(openapi.info.license.url);
	});

	it('is what every answer keeps to', () => {
		const wrong = describedAnswers(openapi);
		const json = (path: string, body: string, contentType = 'application/json') =>
			wrong({ path, status: 200, contentType, body });
		const geo = 'application/geo+json';
		for (const query of ['', 'near=3.72,51.05&limit=100', 'municipality=gent'])
			expect(json('/desks.geojson', desksQuery(index, new URL(`${ORIGIN}/?${query}`))(), geo)).toEqual([]);
		const taking = featureCollection(index.directory, localGovernmentFeatures(index, ORIGIN));
		expect(json('/local-governments.geojson', taking, geo)).toEqual([]);
		expect(json('/municipalities.json', municipalitiesDocument(index))).toEqual([]);
		expect(json('/municipalities.json', '{"version":"1"}')).not.toEqual([]);
	});

	it('refers to nothing of its own that it does not have', () => {
		const { parameters, schemas } = openapi.components;
		const references = [...JSON.stringify(openapi).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
		for (const [, kind, name = ''] of references)
			expect(Object.keys(kind === 'parameters' ? parameters : schemas)).toContain(name);
	});

	it('names exactly the properties that the answers have', () => {
		const { schemas } = openapi.components;
		const names = (schema: { properties: object }) => Object.keys(schema.properties).sort();
		const of = (value: object | undefined) => Object.keys(value ?? {}).sort();
		expect(of(desks('near=4.35,50.85&limit=1').features[0]?.properties)).toEqual(names(schemas.Desk));
		expect(of(localGovernmentFeatures(index, ORIGIN)[0]?.properties ?? {})).toEqual(
			names(schemas.LocalGovernment)
		);
		const list = JSON.parse(municipalitiesDocument(index));
		expect(of(list)).toEqual(names(schemas.MunicipalityList));
		expect(of(list.municipalities[0])).toEqual(names(schemas.Municipality));
		expect(of(JSON.parse(featureCollection(index.directory, [])))).toEqual(names(schemas.DeskCollection));
	});
});

describe('local-governments.geojson', () => {
	it('has those that take part and no others', () => {
		const taking = index.directory.localGovernments.filter(
			(government) => government.participatingSince !== null
		);
		const shown = localGovernmentFeatures(index, ORIGIN);
		expect(shown.map((feature) => feature.properties?.id).sort()).toEqual(taking.map(({ id }) => id).sort());
		expect(shown.reduce((sum, feature) => sum + Number(feature.properties?.deskCount), 0)).toBe(
			index.directory.desks.length
		);
	});
});

describe('desks.geojson', () => {
	it('has every published desk, and says that they are invented', () => {
		const answer = desks('');
		expect(answer.features).toHaveLength(index.directory.desks.length);
		expect(answer.notice).toContain('invented');
		const real = indexDirectory({ ...index.directory, hasExampleData: false });
		expect(desks('', real)).not.toHaveProperty('notice');
	});

	it('gives the nearest first, five unless told otherwise', () => {
		const { features } = desks('near=3.7219,51.0538');
		const distances = features.map(({ properties }) => properties.distanceMetres ?? NaN);
		expect(distances).toHaveLength(5);
		expect(distances.every(Number.isInteger)).toBe(true);
		expect(distances).toEqual(distances.toSorted((a, b) => a - b));
		expect(desks('near=3.7219,51.0538&limit=1').features).toHaveLength(1);
	});

	it('keeps to a municipality, under its present or its former code', () => {
		const entry = index.entries.find(({ desks, mergedFrom }) => desks.length > 0 && mergedFrom.length > 0);
		const [former] = entry?.mergedFrom ?? [];
		expect(former).toBeDefined();
		const now = desks(`municipality=${entry?.municipality.nisCode}`);
		expect(now.features).toHaveLength(entry?.desks.length ?? NaN);
		expect(desks(`municipality=${former?.nisCode}`)).toEqual(now);
	});

	it('takes the name of a municipality in its address, old ones too', () => {
		const gent = desks('municipality=44021');
		expect(gent.features.length).toBeGreaterThan(0);
		for (const key of ['gent', 'GENT', 'gand', 'ghent', 'ocmw-gent'])
			expect(desks(`municipality=${key}`)).toEqual(gent);
		expect(desks('municipality=kruishoutem')).toEqual(desks('municipality=45017'));
	});

	it('has an identifier, a page and the truth about its point with each desk', () => {
		const of = withDesks((_, place) => ({ locationApproximate: place === 0 }));
		const { features } = desks('', of);
		expect(features.filter(({ properties }) => properties.locationApproximate)).toHaveLength(1);
		for (const { id, properties } of features) {
			expect(id).toMatch(/^[0-9a-f-]{36}$/);
			expect(properties.url).toBe(`${ORIGIN}/loketten/${properties.slug}`);
		}
	});

	it('is empty, not wrong, for a municipality without desks', () => {
		const entry = index.entries.find(({ desks }) => desks.length === 0);
		expect(desks(`municipality=${entry?.municipality.nisCode}`).features).toEqual([]);
	});

	it('keeps to a box, its sides included', () => {
		const [desk] = index.directory.desks;
		const { lon = NaN, lat = NaN, slug } = desk ?? {};
		expect(
			desks(`bbox=${lon},${lat},${lon},${lat}`).features.map((feature) => feature.properties.slug)
		).toContain(slug);
		expect(desks('bbox=0,0,1,1').features).toEqual([]);
	});

	it('narrows the nearest by municipality and box', () => {
		const entry = index.entries.find(({ desks }) => desks.length > 0);
		const nisCode = entry?.municipality.nisCode;
		const found = desks(`near=2.6,51.1&limit=100&municipality=${nisCode}`);
		expect(found.features).toHaveLength(entry?.desks.length ?? NaN);
		expect(desks(`near=2.6,51.1&bbox=0,0,1,1&municipality=${nisCode}`).features).toEqual([]);
	});

	it('refuses a limit without near, and a municipality that never was', () => {
		const status = (query: string) => {
			try {
				return desks(query);
			} catch (cause) {
				return cause instanceof Problem ? [cause.status, cause.options.errors?.[0]?.parameter] : cause;
			}
		};
		expect(status('limit=5')).toEqual([400, 'limit']);
		expect(status('municipality=99999')).toEqual([404, 'municipality']);
		expect(status('municipality=brigadoon')).toEqual([404, 'municipality']);
	});
});

describe('the tables', () => {
	const PLAIN = { separator: ',', decimal: '.' } as const;
	const EXCEL = { separator: ';', decimal: ',' } as const;
	const rowsOf = (csv: string, delimiter = ','): Record<string, string>[] =>
		parse(csv, { bom: true, columns: true, delimiter });
	const deskRows = (
		change: Partial<Directory['desks'][number]>,
		style: typeof PLAIN | typeof EXCEL = PLAIN
	) =>
		rowsOf(
			desksTable(
				withDesks(() => change),
				ORIGIN,
				style
			),
			style.separator
		);

	it('have the same rows as the GeoJSON', () => {
		const csv = desksTable(index, ORIGIN, PLAIN);
		expect(csv.startsWith('\ufeffid,slug,url,name,')).toBe(true);
		const told = rowsOf(csv).map(({ slug, url, locationApproximate }) => [slug, url, locationApproximate]);
		expect(told).toEqual(
			desks('').features.map(({ properties: { slug, url, locationApproximate } }) => [
				slug,
				url,
				String(locationApproximate)
			])
		);
	});

	it('tell who takes part, with the centre of the municipality', () => {
		const rows = rowsOf(localGovernmentsTable(index, ORIGIN, PLAIN));
		const features = localGovernmentFeatures(index, ORIGIN);
		expect(rows.map(({ id, lon, deskCount }) => [id, Number(lon), Number(deskCount)])).toEqual(
			features.map(({ id, geometry, properties }) => [id, geometry.coordinates[0], properties?.deskCount])
		);
	});

	it('are written as a spreadsheet in Belgium reads them', () => {
		const [row] = deskRows({ lon: 3.725, lat: 51.0538, phone: '+3292667000' }, EXCEL);
		expect(row).toMatchObject({ lon: '3,725', lat: '51,0538', phone: '+32 9 266 70 00' });
	});

	it('have a phone number as the GeoJSON has it', () => {
		expect(deskRows({ phone: '+3292667000' })[0]?.phone).toBe('+3292667000');
	});

	it.each(['=1+1', '+32 9', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('let no spreadsheet run %j', (name) => {
		expect(deskRows({ name })[0]?.name).toBe(`'${name}`);
	});

	it('keep separators, quotes and line ends inside their cell', () => {
		const name = 'Loket "Het Punt", \r\nMarkt; achteraan';
		expect(deskRows({ name })[0]?.name).toBe(name);
		expect(deskRows({ name }, EXCEL)[0]?.name).toBe(name);
	});
});

describe('municipalities.json', () => {
	it('has the 304 municipalities in force, by name', () => {
		const { municipalities } = JSON.parse(municipalitiesDocument(index));
		expect(municipalities).toHaveLength(304);
		const names: string[] = municipalities.map(({ name }: { name: string }) => name);
		expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'nl')));
	});
});

describe('sitemap.xml', () => {
	it('has every municipality and province in three languages, each with its translations', () => {
		const resources = [{ slug: 'draaiboek', changedAt: '2026-11-30T10:00:00.000Z' }];
		const xml = sitemap(index, resources, 'https://example.org');
		expect(xml.match(/<loc>/g)).toHaveLength((304 + 6 + index.directory.desks.length + 11 + 2) * 3);
		expect(xml).toContain('<loc>https://example.org/besturen/gent</loc>');
		expect(xml).toContain('<loc>https://example.org/fr/besturen/gent</loc>');
		for (const path of ['/kennisbank', '/kennisbank/draaiboek'])
			expect(xml).toContain(
				`<loc>https://example.org${path}</loc><lastmod>2026-11-30T10:00:00.000Z</lastmod>`
			);
		expect(xml).toContain('hreflang="en" href="https://example.org/en/besturen/gent"');
		expect(xml).toContain('hreflang="x-default" href="https://example.org/besturen/gent"');
	});
});
