import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPieces, type Piece, type Visit } from './groups.ts';

const piece = (name: string, bytes: number, imports: string[] = []): Piece => ({
	name,
	bytes,
	imports
});
const page = (name: string, imports: string[]): Piece => ({ name, bytes: 1_000, imports, entry: 'closed' });
const frame = (name: string, imports: string[]): Piece => ({ name, bytes: 500, imports, entry: 'open' });
const visit = (ask: string, mostExtra = 0.1): Visit => ({ asks: [ask], weight: 1, mostExtra });

const sorted = (groups: string[][]): string[][] => groups.map((names) => names.toSorted()).toSorted();

describe('pieces that become one file', () => {
	it('are those that the same pages need, however small', () => {
		const pieces = [
			page('home', ['button', 'field', 'map']),
			page('contact', ['button', 'field']),
			piece('button', 700),
			piece('field', 50_000),
			piece('map', 90_000)
		];
		const groups = groupPieces(pieces, [visit('home'), visit('contact')]);
		expect(sorted(groups)).toEqual([['button', 'field'], ['map']]);
	});

	it('are those that one page needs more, where that costs it less than a request', () => {
		const pieces = [
			page('home', ['frame', 'date']),
			page('contact', ['frame']),
			piece('frame', 60_000),
			piece('date', 500)
		];
		expect(sorted(groupPieces(pieces, [visit('home'), visit('contact')]))).toEqual([['date', 'frame']]);
	});

	it('are not what would make a page larger than it may be', () => {
		const pieces = [
			page('home', ['frame', 'date']),
			page('contact', ['frame']),
			piece('frame', 6_000),
			piece('date', 3_000)
		];
		const visits = [visit('home'), visit('contact')];
		expect(sorted(groupPieces(pieces, visits))).toEqual([['date'], ['frame']]);
		expect(
			sorted(
				groupPieces(
					pieces,
					visits.map((one) => ({ ...one, mostExtra: 1 }))
				)
			)
		).toEqual([['date', 'frame']]);
	});

	it('are neither a page nor what no page needs at once', () => {
		const pieces = [page('home', ['frame']), piece('frame', 9_000), piece('map engine', 200_000)];
		expect(groupPieces(pieces, [visit('home')])).toEqual([['frame']]);
	});

	it('stand with what is asked for by name, where that is open to them and is asked for as often', () => {
		const pieces = [
			frame('frame', ['menu']),
			frame('list of pages', ['menu']),
			page('home', ['menu', 'map']),
			page('contact', ['menu']),
			piece('menu', 9_000),
			piece('map', 9_000)
		];
		const visits = ['home', 'contact'].map((name) => ({
			...visit(name, 0.01),
			asks: ['frame', 'list of pages', name]
		}));
		expect(sorted(groupPieces(pieces, visits))).toEqual([['frame', 'menu'], ['map']]);
	});

	it('are not two that a third stands between', () => {
		const pieces = [
			page('home', ['list']),
			page('contact', ['form']),
			piece('list', 600, ['row']),
			piece('row', 30_000, ['text']),
			piece('form', 30_000, ['text']),
			piece('text', 600)
		];
		const groups = groupPieces(pieces, [visit('home', 0.01), visit('contact', 0.01)]);
		expect(groups.some((names) => names.includes('list') && names.includes('text'))).toBe(false);
	});
});

/** Pieces need only those with a higher number, as files without a circle do. */
const sites = fc.integer({ min: 2, max: 14 }).chain((count) =>
	fc.record({
		pieces: fc.tuple(
			...Array.from({ length: count }, (_, index) =>
				fc.record({
					bytes: fc.integer({ min: 100, max: 20_000 }),
					entry: index < 3 ? fc.constantFrom('open' as const, 'closed' as const) : fc.constant(undefined),
					imports: fc.subarray(
						Array.from({ length: count }, (__, other) => other).filter((other) => other > index && other > 2)
					)
				})
			)
		),
		mostExtra: fc.constantFrom(0, 0.1, 1)
	})
);

describe('whatever a site is made of', () => {
	it('every shared piece is in one file, at most one of them is asked for by name, and no file needs one that needs it', () => {
		fc.assert(
			fc.property(sites, ({ pieces, mostExtra }) => {
				const named = pieces.map(({ bytes, entry, imports }, index) => ({
					name: String(index),
					bytes,
					entry,
					imports: imports.map(String)
				}));
				const asks = named.filter(({ entry }) => entry);
				const visits = asks.map(({ name }) => visit(name, mostExtra));
				const groups = groupPieces(named, visits);
				const names = groups.flat();
				expect(new Set(names).size).toBe(names.length);
				for (const group of groups) {
					const entries = named.filter(({ name, entry }) => entry && group.includes(name));
					expect(entries.filter(({ entry }) => entry === 'closed')).toEqual([]);
					expect(entries.length).toBeLessThanOrEqual(1);
				}

				const place = new Map(groups.flatMap((group, index) => group.map((name) => [name, index])));
				for (const { name, imports } of named)
					for (const other of imports)
						if (place.has(name)) expect(place.get(other)).toBeLessThanOrEqual(place.get(name) ?? -1);
			})
		);
	});
});
