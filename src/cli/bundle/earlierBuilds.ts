/**
 * Files of the builds before, served for a while beside those of this one: a page that was open when the site was renewed asks
 * for parts of itself by names that a new build does not have.
 */
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Below the folder of files that are served as they are: those whose name changes with their content. */
const IMMUTABLE = '_app/immutable';
const LIST = 'builds.json';
/** Of the builds before this one. */
const KEPT_BUILDS = 2;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

interface Build {
	/** Milliseconds since 1970. */
	madeAt: number;
	/** Paths below `IMMUTABLE`. */
	files: string[];
}

/**
 * Puts the build that is there aside, before another takes its place.
 * @param out the folder of the build @param aside a folder that is emptied first
 */
export function putAside(out: string, aside: string): void {
	rmSync(aside, { recursive: true, force: true });
	if (!existsSync(join(out, 'client', IMMUTABLE))) return;
	mkdirSync(aside, { recursive: true });
	renameSync(join(out, 'client', IMMUTABLE), join(aside, 'immutable'));
	if (existsSync(join(out, LIST))) renameSync(join(out, LIST), join(aside, LIST));
}

/**
 * Adds to a new build what it lacks of the last ones, and notes which files are whose.
 * @param now milliseconds since 1970
 */
export function keepEarlier(out: string, aside: string, now: number): void {
	const client = join(out, 'client', IMMUTABLE);
	const own = filesIn(client);
	const before = buildsIn(aside, now)
		.filter(({ madeAt }) => now - madeAt < KEPT_MS)
		.slice(0, KEPT_BUILDS);
	for (const file of new Set(before.flatMap(({ files }) => files))) {
		const [from, to] = [join(aside, 'immutable', file), join(client, file)];
		if (existsSync(to) || !existsSync(from)) continue;
		mkdirSync(dirname(to), { recursive: true });
		cpSync(from, to, { preserveTimestamps: true });
	}
	writeFileSync(join(out, LIST), JSON.stringify([{ madeAt: now, files: own }, ...before]));
	rmSync(aside, { recursive: true, force: true });
}

/** Newest first. One that was made without a list counts as made just now. */
function buildsIn(aside: string, now: number): Build[] {
	const list = join(aside, LIST);
	if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as Build[];
	const files = filesIn(join(aside, 'immutable'));
	return files.length > 0 ? [{ madeAt: now, files }] : [];
}

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
}
