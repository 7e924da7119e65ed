/** The parts of a whole test run: what each runs, what it waits for, and how much of the machine it takes. */

export type Runner = 'command' | 'vitest' | 'playwright';

export interface Stage {
	name: string;
	runner: Runner;
	/** The program and its arguments, found in node_modules/.bin. */
	command: readonly string[];
	env?: Readonly<Record<string, string>>;
	/** Stages that it needs the result of. They run too, but for a build that is there already. */
	needs?: readonly string[];
	/** Stages that it does not run beside: those first, where they run at all. */
	after?: readonly string[];
	/** Of the slots that there are; 1 when left out. */
	slots?: number;
}

/** As many stages run side by side: one a processor, on the two that a hosted runner has at least. */
export const SLOTS = 2;

const vitest = (name: string, projects: readonly string[], more: Partial<Stage> = {}): Stage => ({
	name,
	runner: 'vitest',
	// One process: it keeps its modules and its database from file to file, and another stage has the other processor.
	command: ['vitest', 'run', '--maxWorkers=1', ...projects.map((project) => `--project=${project}`)],
	...more
});

const playwright = (name: string, env: Record<string, string> = {}): Stage => ({
	name,
	runner: 'playwright',
	command: ['playwright', 'test'],
	env,
	needs: ['build'],
	slots: SLOTS
});

/** Begun in this order, as far as what they wait for and the slots allow. */
export const STAGES: readonly Stage[] = [
	// The build compiles the messages in a shape of its own, and the framework's part of the code, in folders that Vitest and
	// the others read and write: beside it runs only what does neither. `messages` makes them anew.
	{ name: 'build', runner: 'command', command: ['vite', 'build'] },
	{ name: 'advisors', runner: 'command', command: ['node', 'src/cli/db-advisors.ts'] },
	{ name: 'messages', runner: 'command', command: ['npm', 'run', '--silent', 'sync'], after: ['build'] },
	vitest('policies', ['policies'], { needs: ['messages', 'build'] }),
	vitest('pages', ['pages'], { needs: ['messages', 'build'] }),
	vitest('unit', ['pure', 'database'], { needs: ['messages'] }),
	{
		name: 'check',
		runner: 'command',
		command: ['npm', 'run', '--silent', 'check:types'],
		needs: ['messages']
	},
	{ name: 'lint', runner: 'command', command: ['npm', 'run', '--silent', 'lint'], needs: ['messages'] },
	vitest('contract', ['contract'], { needs: ['messages'] }),
	vitest('pgtap', ['pgtap'], { after: ['build'] }),
	playwright('e2e'),
	playwright('smoke', { E2E_ROUND: 'smoke' })
];

/** Names for several. */
const GROUPS: Readonly<Record<string, readonly string[]>> = { static: ['check', 'lint', 'build'] };

/**
 * The stages of these names.
 * @param names all of them when empty
 * @throws Error for a name that is none
 */
export function choose(names: readonly string[]): Stage[] {
	const known = [...STAGES.map(({ name }) => name), ...Object.keys(GROUPS)];
	for (const name of names) {
		if (!known.includes(name)) throw new Error(`"${name}" is geen stap. Er zijn: ${known.join(', ')}.`);
	}
	const chosen = names.flatMap((name) => GROUPS[name] ?? [name]);
	return names.length === 0 ? [...STAGES] : STAGES.filter(({ name }) => chosen.includes(name));
}

/**
 * The same stages and what they cannot do without, each with all that it waits for in `after`.
 * @param isBuilt whether the site is built from the code as it is
 */
export function withNeeds(stages: readonly Stage[], isBuilt: boolean): Stage[] {
	const all = new Map(stages.map((stage) => [stage.name, stage]));
	for (const { needs = [] } of stages) {
		for (const needed of STAGES.filter(({ name }) => needs.includes(name))) {
			if (!all.has(needed.name) && !(isBuilt && needed.name === 'build')) all.set(needed.name, needed);
		}
	}
	return STAGES.flatMap(({ name }) => all.get(name) ?? []).map((stage) => ({
		...stage,
		after: [...(stage.needs ?? []), ...(stage.after ?? [])].filter((name) => all.has(name))
	}));
}
