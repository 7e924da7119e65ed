import { describe, expect, it } from 'vitest';
import { inSlots } from './schedule';
import { choose, STAGES, withNeeds } from './stages';

/** Jobs that end when they are told to, and what is under way meanwhile. */
function bench(jobs: Parameters<typeof inSlots>[0]) {
	const underWay = new Map<string, (isFine: boolean) => void>();
	const begun: string[] = [];
	const all = inSlots(jobs, 2, ({ name }) => {
		begun.push(name);
		return new Promise((resolve) => underWay.set(name, resolve));
	});
	const end = async (name: string, isFine = true) => {
		underWay.get(name)?.(isFine);
		underWay.delete(name);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { all, begun, underWay, end };
}

describe('stages in slots', () => {
	it('run two at a time, each after what it waits for', async () => {
		const { all, underWay, end } = bench([
			{ name: 'build' },
			{ name: 'pages', after: ['build'] },
			{ name: 'lint' },
			{ name: 'check' }
		]);
		expect([...underWay.keys()]).toEqual(['build', 'lint']);
		await end('lint');
		expect([...underWay.keys()]).toEqual(['build', 'check']);
		await end('build');
		expect([...underWay.keys()]).toEqual(['check', 'pages']);
		await end('check');
		await end('pages');
		expect(await all).toEqual([]);
	});

	it('leave the whole machine to one that takes it', async () => {
		const { all, underWay, end } = bench([{ name: 'lint' }, { name: 'e2e', slots: 2 }]);
		expect([...underWay.keys()]).toEqual(['lint']);
		await end('lint');
		expect([...underWay.keys()]).toEqual(['e2e']);
		await end('e2e');
		expect(await all).toEqual([]);
	});

	it('begin no other once one failed, and finish what is under way', async () => {
		const { all, begun, end } = bench([{ name: 'lint' }, { name: 'check' }, { name: 'unit' }]);
		await end('lint', false);
		expect(begun).toEqual(['lint', 'check']);
		await end('check');
		expect(await all).toEqual(['lint']);
		expect(begun).toEqual(['lint', 'check']);
	});
});

describe('the stages that are chosen', () => {
	const names = (asked: string[], isBuilt: boolean) =>
		withNeeds(choose(asked), isBuilt).map(({ name }) => name);

	it('are all of them when none is named', () => {
		expect(names([], true)).toEqual(STAGES.map(({ name }) => name));
	});

	it('bring what they need, and build only what is not built', () => {
		expect(names(['e2e'], true)).toEqual(['e2e']);
		expect(names(['e2e'], false)).toEqual(['build', 'e2e']);
		expect(names(['unit'], true)).toEqual(['messages', 'unit']);
	});

	it('can be named together', () => {
		expect(names(['static'], true)).toEqual(['build', 'messages', 'check', 'lint']);
	});

	it('are refused by a name that is none, with those that are', () => {
		expect(() => choose(['unt'])).toThrow(/"unt" is geen stap\. Er zijn: build, .*static/);
	});

	it('wait for nothing that comes later, so that every run ends', () => {
		for (const [place, { after = [], needs = [] }] of STAGES.entries()) {
			const before = STAGES.slice(0, place).map(({ name }) => name);
			expect(before).toEqual(expect.arrayContaining([...after, ...needs]));
		}
	});
});
