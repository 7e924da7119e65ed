/**
 * Which small files of a built site become one. A bundler makes a file for every set of pages that share something: with
 * eighty pages that is hundreds of files of a kilobyte, and a page waits longer for its requests than for its bytes.
 */

/** A file as the bundler makes it by itself. */
export interface Piece {
	name: string;
	/** As they travel. */
	bytes: number;
	/** Names of the pieces that come with it. None leads back to itself. */
	imports: readonly string[];
	/** Of what is asked for by name, such as a page: a file of its own, to which others may be added when it is open. */
	entry?: 'open' | 'closed' | undefined;
}

/** What somebody loads at once, such as a page. */
export interface Visit {
	/** Names of the pieces that are asked for. */
	asks: readonly string[];
	/** How much it counts beside the others. */
	weight: number;
	/** How much more it may load than it needs, as a part of that. */
	mostExtra: number;
}

/** What a request costs beside its bytes: the line stands still for part of a round trip. */
const REQUEST_BYTES = 8_000;

interface Group {
	names: string[];
	bytes: number;
	imports: Set<Group>;
	/** By the number of a visit. */
	visits: Set<number>;
	isFixed: boolean;
	/** It has a name by which it is asked for: two such are never one. */
	isNamed: boolean;
}

/**
 * @returns the names of the pieces of each file that visits share, at most one of them an entry; what one needs stands before it
 */
export function groupPieces(pieces: readonly Piece[], visits: readonly Visit[]): string[][] {
	const groups = asGroups(pieces, visits);
	const needed = visits.map((_, visit) => sum([...groups].filter((group) => group.visits.has(visit))));
	const loaded = [...needed];
	const weightOf = (visit: number): number => visits[visit]?.weight ?? 0;
	const mayGrow = (visit: number, bytes: number): boolean =>
		(loaded[visit] ?? 0) + bytes <= (needed[visit] ?? 0) * (1 + (visits[visit]?.mostExtra ?? 0));

	/** What becoming one saves, in bytes; nothing where it may not. */
	const saved = (one: Group, other: Group, atLeast: number): number => {
		const both = new Set([...one.visits, ...other.visits]);
		let worth = 0;
		for (const visit of both) {
			const [needsOne, needsOther] = [one.visits.has(visit), other.visits.has(visit)];
			worth += weightOf(visit) * (needsOne && needsOther ? REQUEST_BYTES : -(needsOne ? other : one).bytes);
		}
		if (worth <= atLeast) return 0;
		const extra = new Map<number, number>();
		for (const group of reached([one, other])) {
			const isNew = group !== one && group !== other;
			for (const visit of both.difference(group.visits)) {
				extra.set(visit, (extra.get(visit) ?? 0) + group.bytes);
				if (isNew) worth -= weightOf(visit) * (group.bytes + REQUEST_BYTES);
			}
		}
		if (worth <= atLeast || [...extra].some(([visit, bytes]) => !mayGrow(visit, bytes))) return 0;
		return leadsAround(one, other) || leadsAround(other, one) ? 0 : worth;
	};

	/** The smallest first, each with what it suits best. */
	const mergeOnce = (): void => {
		const waiting = new Set([...groups].filter(({ isFixed }) => !isFixed));
		for (let one = least(waiting); one; one = least(waiting)) {
			waiting.delete(one);
			let best: { group: Group; worth: number } | undefined;
			for (const group of groups) {
				if (group === one || group.isFixed || (group.isNamed && one.isNamed)) continue;
				const worth = saved(one, group, best?.worth ?? 0);
				if (worth > 0) best = { group, worth };
			}
			if (!best) continue;
			merge(groups, one, best.group);
			waiting.add(best.group);
			visits.forEach((_, visit) => {
				loaded[visit] = sum([...groups].filter((group) => group.visits.has(visit)));
			});
		}
	};
	for (let before = Infinity; groups.size < before;) {
		before = groups.size;
		mergeOnce();
	}
	const shared = [...groups].filter(
		({ isFixed, isNamed, names }) => !isFixed && !(isNamed && names.length === 1)
	);
	return inOrder(shared)
		.filter((group) => shared.includes(group))
		.map(({ names }) => names);
}

/** What is needed before what needs it. */
function inOrder(groups: readonly Group[]): Group[] {
	const done = new Set<Group>();
	const add = (group: Group): void => {
		if (done.has(group)) return;
		for (const next of group.imports) add(next);
		done.add(group);
	};
	groups.forEach(add);
	return [...done];
}

/** One of each, and one of all that are loaded by the same visits. */
function asGroups(pieces: readonly Piece[], visits: readonly Visit[]): Set<Group> {
	const byName = new Map(
		pieces.map(({ name, bytes, entry }): [string, Group] => [
			name,
			{
				...{ names: [name], bytes, imports: new Set(), visits: new Set() },
				...{ isFixed: entry === 'closed', isNamed: entry !== undefined }
			}
		])
	);
	const named = (names: readonly string[]): Group[] => names.flatMap((name) => byName.get(name) ?? []);
	for (const { name, imports } of pieces)
		for (const group of named(imports)) byName.get(name)?.imports.add(group);
	visits.forEach(({ asks }, visit) => {
		for (const group of reached(named(asks))) group.visits.add(visit);
	});
	const groups = new Set(byName.values());
	for (const group of groups) group.isFixed ||= group.visits.size === 0;
	const alike = new Map<string, Group>();
	for (const group of [...groups]) {
		if (group.isFixed || group.isNamed) continue;
		const key = [...group.visits].toSorted((a, b) => a - b).join();
		const first = alike.get(key);
		if (first) merge(groups, group, first);
		else alike.set(key, group);
	}
	return groups;
}

/** Themselves included. */
function reached(from: readonly Group[]): Set<Group> {
	const seen = new Set(from);
	for (const group of seen) for (const next of group.imports) seen.add(next);
	return seen;
}

/** Whether there is a way from one to the other through a third: as one, they would need what needs them. */
function leadsAround(one: Group, other: Group): boolean {
	const between = [...one.imports].filter((group) => group !== other);
	return reached(between).has(other);
}

function merge(groups: Set<Group>, one: Group, into: Group): void {
	groups.delete(one);
	into.names.push(...one.names);
	into.bytes += one.bytes;
	into.isNamed ||= one.isNamed;
	for (const group of one.imports) into.imports.add(group);
	into.imports.delete(into);
	into.imports.delete(one);
	for (const group of groups) if (group.imports.delete(one) && group !== into) group.imports.add(into);
	for (const visit of one.visits) into.visits.add(visit);
	for (const group of reached([into])) for (const visit of into.visits) group.visits.add(visit);
}

const sum = (groups: readonly Group[]): number => groups.reduce((all, { bytes }) => all + bytes, 0);

const least = (groups: ReadonlySet<Group>): Group | undefined =>
	[...groups].reduce<Group | undefined>(
		(one, next) => (one && one.bytes <= next.bytes ? one : next),
		undefined
	);
