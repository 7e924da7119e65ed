import { describe, expect, it } from 'vitest';
import { broken, landedSums, lineOf, notLanded, sumsOfFiles } from './landed.ts';

const BASELINE = '20261130000000_baseline.sql';
const LATER = '20270101000000_later.sql';
const sums = (...files: [string, string][]) => new Map(files);

describe('the migrations of this checkout', async () => {
	const [files, landed] = await Promise.all([sumsOfFiles('supabase'), landedSums('supabase')]);

	it('are as they landed', () => {
		expect(broken(files, landed)).toEqual([]);
	});

	it('have all landed: `npm run db:land` says so of those that are new', () => {
		expect(notLanded(files, landed)).toEqual({ next: [], tooEarly: [] });
	});
});

describe('a migration that landed', () => {
	it('is refused by name when it was changed, and when it is gone', () => {
		const landed = sums([BASELINE, 'aa'], [LATER, 'bb']);
		expect(broken(sums([BASELINE, 'ab']), landed)).toEqual([
			expect.stringMatching(/^20261130000000_baseline\.sql has landed and was changed: .*a new migration/),
			expect.stringMatching(/^20270101000000_later\.sql has landed and is gone: /)
		]);
	});

	it('comes before every new one', () => {
		const files = sums([BASELINE, 'aa'], ['20261201000000_between.sql', 'cc'], [LATER, 'bb']);
		expect(notLanded(files, sums([BASELINE, 'aa'], [LATER, 'bb']))).toEqual({
			next: [],
			tooEarly: ['20261201000000_between.sql']
		});
		expect(notLanded(files, sums([BASELINE, 'aa'])).next).toEqual(['20261201000000_between.sql', LATER]);
	});

	it('is written as `sha256sum` writes it', async () => {
		const [[file, sum] = ['', '']] = await sumsOfFiles('supabase');
		expect(lineOf(file, sum)).toMatch(/^[0-9a-f]{64} {2}migrations\/\d{14}_\w+\.sql\n$/);
	});
});
