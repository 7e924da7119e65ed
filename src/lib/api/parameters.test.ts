import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bbox, limit, municipality, near, readParameters, TABLE } from './parameters.server';
import { Problem } from './problem.server';

const parameters = v.object({
	near: v.optional(near),
	limit: v.optional(limit),
	municipality: v.optional(municipality),
	bbox: v.optional(bbox)
});
const read = (query: string) => readParameters(new URLSearchParams(query), parameters);

/** The names of the parameters that the refusal of `query` names. */
function refused(query: string): string[] {
	try {
		read(query);
	} catch (cause) {
		if (cause instanceof Problem && cause.status === 400) {
			return (cause.options.errors ?? []).map(({ parameter }) => parameter);
		}
		throw cause;
	}
	return [];
}

describe('readParameters', () => {
	it('reads what is well formed', () => {
		expect(read('near=3.7219,51.0538&limit=5')).toEqual({ near: { lon: 3.7219, lat: 51.0538 }, limit: 5 });
		expect(read('near=-3,51')).toEqual({ near: { lon: -3, lat: 51 } });
		expect(read('bbox=3.5,50.9,3.9,51.2')).toEqual({
			bbox: { west: 3.5, south: 50.9, east: 3.9, north: 51.2 }
		});
		expect(read('municipality=44021')).toEqual({ municipality: '44021' });
		expect(read('municipality=Sint-Niklaas')).toEqual({ municipality: 'sint-niklaas' });
		expect(read('')).toEqual({});
	});

	it.each([
		'near=200,95',
		'near=4,91',
		'near=181,51',
		'near=4',
		'near=4,51,0',
		'near=',
		'near=4;51',
		'near=NaN,51',
		'near=Infinity,51',
		'near=1e1,51',
		'near=0x10,51',
		'near= 4,51',
		'near=4,51%00',
		`near=4,${'1'.repeat(10_000)}`
	])('refuses %s', (query) => {
		expect(refused(query)).toEqual(['near']);
	});

	it.each([
		'limit=0',
		'limit=-1',
		'limit=101',
		'limit=1e9',
		'limit=5.5',
		'limit=',
		'limit=%0a5',
		'limit=99999999999'
	])('refuses %s', (query) => {
		expect(refused(query)).toEqual(['limit']);
	});

	it.each([
		'bbox=1,2,3',
		'bbox=3.9,50.9,3.5,51.2',
		'bbox=3.5,51.2,3.9,50.9',
		'bbox=a,b,c,d',
		'bbox=3,50,400,51'
	])('refuses %s', (query) => {
		expect(refused(query)).toEqual(['bbox']);
	});

	it.each(['municipality=gent!', 'municipality=4402', 'municipality=44021%0D%0A', 'municipality='])(
		'refuses %s',
		(query) => {
			expect(refused(query)).toEqual(['municipality']);
		}
	);

	it('refuses a parameter that is repeated, or that does not exist', () => {
		expect(refused('limit=5&limit=6')).toEqual(['limit']);
		expect(refused('limt=5')).toEqual(['limt']);
		expect(refused('__proto__=5')).toEqual(['__proto__']);
		expect(refused('constructor=5')).toEqual(['constructor']);
	});

	it('names everything that is wrong at once, in printable characters', () => {
		expect(refused('near=x&limit=x&%07%3Cb%3E=1').sort()).toEqual(['?<b>', 'limit', 'near']);
		expect(refused(`${'n'.repeat(10_000)}=1`)).toEqual(['n'.repeat(50)]);
	});
});

describe('latitude and longitude in the order of somebody else', () => {
	it.each(['near=51.05,3.72', 'near=50.85,4.35', 'near=51,3&limit=3'])('is told of %s', (query) => {
		expect(refused(query)).toEqual(['near']);
	});

	it.each(['bbox=50.9,3.5,51.2,3.9', 'bbox=49.5,2.5,51.6,6.4'])('is told of %s', (query) => {
		expect(refused(query)).toEqual(['bbox']);
	});

	// Paris, New York, and the sea near Somalia, that nobody in Belgium means.
	it.each(['near=2.35,48.86', 'near=-74,40.7', 'near=51,12', 'bbox=-180,-90,180,90'])(
		'is no question of %s',
		(query) => {
			expect(refused(query)).toEqual([]);
		}
	);
});

describe('how a table is written', () => {
	const style = (query: string) => readParameters(new URLSearchParams(query), TABLE);

	it('is for machines unless another is asked', () => {
		expect(style('')).toEqual({ separator: ',', decimal: '.' });
		expect(style('separator=;&decimal=,')).toEqual({ separator: ';', decimal: ',' });
		expect(style('separator=%09')).toEqual({ separator: '\t', decimal: '.' });
	});

	it.each(['separator=|', 'separator=', 'decimal=;', 'separator=;;'])('refuses %s', (query) => {
		expect(() => style(query)).toThrow(Problem);
	});
});
