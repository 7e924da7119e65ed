/** The parts of a whole test run: what each runs, what it waits for, and how much of the machine it takes. */

export type Runner = 'command' | 'vitest' | 'playwright';

export interface Stage {
	name: string;
	runner: Runner;
	/** The program and its arguments, found in node_modules/.bin. */
	command: readonly string[];
	env?: Readonly<Record<string, string>>;
	/** Stages that it needs the result of. They run when they are asked for, or when their result is not there. */
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
	after: ['build'],
	slots: SLOTS
});

/** Begun in this order, as far as what they wait for and the slots allow: the longest first. */
export const STAGES: readonly Stage[] = [
	// The build compiles the messages in a shape of its own, in the folder that the others read: those that read no
	// messages run beside it, and `messages` makes them anew.
	{ name: 'build', runner: 'command', command: ['vite', 'build'] },
	vitest('pgtap', ['pgtap']),
	{ name: 'advisors', runner: 'command', command: ['node', 'src/cli/db-advisors.ts'] },
	{ name: 'messages', runner: 'command', command: ['npm', 'run', '--silent', 'sync'], after: ['build'] },
	vitest('policies', ['policies'], { after: ['messages', 'build'] }),
	{
		name: 'check',
		runner: 'command',
		command: ['npm', 'run', '--silent', 'check:types'],
		after: ['messages']
	},
	vitest('unit', ['pure', 'database'], { after: ['messages'] }),
	vitest('pages', ['pages'], { after: ['messages', 'build'] }),
	{ name: 'lint', runner: 'command', command: ['npm', 'run', '--silent', 'lint'], after: ['messages'] },
	vitest('contract', ['contract'], { after: ['messages'] }),
	playwright('e2e'),
	playwright('smoke', { E2E_ROUND: 'smoke' })
];

/** Names for several. */
const GROUPS: Readonly<Record<string, readonly string[]>> = { static: ['check', 'lint', 'build'] };

/**
 * The stages of these names, and what they cannot do without.
 * @param names all of them when empty
 * @param isBuilt whether the site is built from the code as it is
 * @throws Error for a name that is none
 */
export function choose(names: readonly string[], isBuilt: boolean): Stage[] {
	const known = [...STAGES.map(({ name }) => name), ...Object.keys(GROUPS)];
	for (const name of names) {
		if (!known.includes(name)) throw new Error(`"${name}" is geen stap. Er zijn: ${known.join(', ')}.`);
	}
	const chosen = new Set(
		names.length === 0 ? STAGES.map(({ name }) => name) : names.flatMap((name) => GROUPS[name] ?? [name])
	);
	for (const stage of STAGES.toReversed()) {
		if (!chosen.has(stage.name)) continue;
		for (const needed of stage.after ?? []) if (needed !== 'build' || !isBuilt) chosen.add(needed);
	}
	return STAGES.filter(({ name }) => chosen.has(name)).map((stage) => ({
		...stage,
		after: (stage.after ?? []).filter((needed) => chosen.has(needed))
	}));
}
