/** What the dry run of an import costs, against nothing but reading the same file as rows of cells. */
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createServer } from 'vite';
import { exportDesks } from '../../src/lib/import/exportCsv.server.ts';
import type { ExistingDesk, ImportState } from '../../src/lib/import/existing.server.ts';
import { planImport } from '../../src/lib/import/planImport.server.ts';
import { importState } from '../fixtures/importState.ts';
import { median, report } from './figures.ts';

const ROWS = 10_000;
const ROUNDS = 5;
const BOUND = 30;

export async function measureImport(): Promise<void> {
	const state = importState(await pinJudges());
	const desks = manyDesks(state.desks);
	// Of the rows, half are there: one in four of those has changed. The other half are new.
	const existing = desks.slice(0, ROWS / 2);
	const file = exportDesks(
		desks.map((desk, place) =>
			place < ROWS / 2
				? { ...desk, ...(place % 4 === 0 ? { phone: '+3292100000' } : {}) }
				: { ...desk, id: '', slug: '' }
		),
		state.governments
	);
	const bytes = new TextEncoder().encode(file);
	const ratios: number[] = [];
	// The first round is for the compiler.
	for (let round = 0; round <= ROUNDS; round++) {
		const baseline = timeOf(() => parse(file, { delimiter: ';', bom: true }));
		const plan = timeOf(() => {
			const { counts } = planImport(bytes, 'loketten', { ...state, desks: existing });
			if (counts.new < ROWS / 4 || counts.changed < ROWS / 16)
				throw new Error(`The file says something else than meant: ${JSON.stringify(counts)}`);
		});
		if (round > 0) ratios.push(plan / baseline);
	}
	report({
		name: `dry run of an import of ${ROWS} rows against a bare parse`,
		value: median(ratios),
		unit: 'ratio',
		bound: { atMost: BOUND }
	});
}

/** Milliseconds. */
function timeOf(work: () => unknown): number {
	const startedAt = performance.now();
	work();
	return performance.now() - startedAt;
}

/** The example desks over and over, each at another address nearby. */
function manyDesks(examples: readonly ExistingDesk[]): ExistingDesk[] {
	return Array.from({ length: ROWS }, (_, place) => {
		const example = examples[place % examples.length];
		if (!example) throw new Error('There are no examples.');
		const turn = Math.floor(place / examples.length);
		return {
			...example,
			id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
			slug: `${example.slug}-${turn}`,
			name: `${example.name} ${turn}`,
			street: `${example.street.replace(/\d.*$/, '')}${turn + 1}`,
			lon: example.lon + 0.00002 * turn,
			email: null,
			phone: null
		};
	});
}

/** Where a pin lies is judged by a module that only the bundler can read, for it takes in the boundaries as text. */
async function pinJudges(): Promise<Pick<ImportState, 'municipalityAt' | 'isIn'>> {
	const server = await createServer({
		configFile: false,
		appType: 'custom',
		logLevel: 'error',
		resolve: { alias: { $lib: resolve('src/lib') } },
		server: { middlewareMode: true, watch: null, ws: false },
		optimizeDeps: { noDiscovery: true }
	});
	try {
		const { municipalityAt, isIn } = await server.ssrLoadModule(
			'/src/lib/directory/municipalityAt.server.ts'
		);
		return { municipalityAt, isIn };
	} finally {
		await server.close();
	}
}
