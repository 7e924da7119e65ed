/**
 * What the site is made of, as `groups.ts` wants it: modules that are always needed together are one piece. The bundler knows which
 * module imports which; of a module that only passes on what others have, such as the one with all messages, a name says
 * which of them is meant.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Piece } from './groups.ts';

/** What a bundler knows of a module. */
export interface BuiltModule {
	id: string;
	code: string;
	/** Ids. */
	imports: readonly string[];
	/** Loaded when it is asked for. Ids. */
	dynamicImports: readonly string[];
	exports: readonly string[];
}

export interface PieceOfModules extends Piece {
	modules: string[];
}

/**
 * @param modules by id; those that came into the site and those that only pass on
 * @param entries ids of what is asked for by name, with whether more may stand in its file
 * @returns a piece that is an entry has its module as its name
 */
export function piecesOf(
	modules: ReadonlyMap<string, BuiltModule>,
	entries: ReadonlyMap<string, { isOpen: boolean }>
): PieceOfModules[] {
	const needs = needsOf(modules, entries);
	const later = [...modules.values()].flatMap(({ dynamicImports }) => dynamicImports);
	const starts = [...new Set([...entries.keys(), ...later])];
	const startedBy = new Map<string, string[]>();
	starts.forEach((start, number) => {
		for (const id of reached(start, needs)) startedBy.set(id, [...(startedBy.get(id) ?? []), String(number)]);
	});

	const pieces = new Map<string, PieceOfModules>();
	const pieceOf = new Map<string, string>();
	for (const [id, numbers] of startedBy) {
		// What only one needs comes with it.
		const start = entries.has(id) ? id : numbers.length === 1 ? starts[Number(numbers[0])] : undefined;
		const name = start ?? numbers.join();
		const entry = entries.get(name);
		const piece = pieces.get(name) ?? {
			...{ name, bytes: 0, imports: [], modules: [] },
			entry: entry && (entry.isOpen ? 'open' : 'closed')
		};
		piece.modules.push(id);
		pieces.set(name, piece);
		pieceOf.set(id, name);
	}
	return [...pieces.values()].map((piece) => {
		const imports = piece.modules.flatMap((id) => needs.get(id) ?? []).flatMap((id) => pieceOf.get(id) ?? []);
		return {
			...piece,
			bytes: compressedBytes(piece.modules.map((id) => modules.get(id)?.code ?? '')),
			imports: [...new Set(imports)].filter((name) => name !== piece.name)
		};
	});
}

/** By the id of a module that is more than a way to others: the ids of those that it needs. */
function needsOf(
	modules: ReadonlyMap<string, BuiltModule>,
	entries: ReadonlyMap<string, unknown>
): Map<string, string[]> {
	const needs = new Map<string, string[]>();
	const ways = new Set(
		[...modules.values()].filter((one) => !entries.has(one.id) && passesOn(one)).map(({ id }) => id)
	);
	const behind = new Map<string, Map<string, string[]>>();
	for (const { id, code, imports } of modules.values()) {
		if (ways.has(id)) continue;
		const said = new Set(code.match(/[\w$]+/g));
		const meant = imports.flatMap((next) => {
			if (!ways.has(next)) return [next];
			const found = behind.get(next) ?? namesBehind(next, modules, ways);
			behind.set(next, found);
			return [...found].flatMap(([name, ids]) => (said.has(name) ? ids : []));
		});
		needs.set(id, [...new Set(meant)]);
	}
	return needs;
}

const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const PASSED_ON = /export\s*(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})\s*from\s*(?:'[^']*'|"[^"]*")\s*;?/g;

/** Whether nothing stands in it but what others have. */
export const passesOn = ({ code }: BuiltModule): boolean =>
	code.includes('export') && code.replace(COMMENTS, '').replace(PASSED_ON, '').trim() === '';

/** @returns by each name under which something can be meant: the modules that may have it */
function namesBehind(
	way: string,
	modules: ReadonlyMap<string, BuiltModule>,
	ways: ReadonlySet<string>
): Map<string, string[]> {
	const names = new Map<string, string[]>();
	const renamed = new Map<string, string[]>();
	const seen = new Set([way]);
	for (const id of seen) {
		const module = modules.get(id);
		if (ways.has(id)) {
			module?.imports.forEach((next) => seen.add(next));
			for (const [, from = '', to = ''] of (module?.code ?? '').matchAll(/([\w$]+)\s+as\s+([\w$]+)/g))
				renamed.set(from, [...(renamed.get(from) ?? []), to]);
		} else {
			for (const name of module?.exports ?? []) names.set(name, [...(names.get(name) ?? []), id]);
		}
	}
	for (const [from, all] of renamed)
		for (const to of all) {
			const ids = names.get(from);
			if (ids) names.set(to, [...(names.get(to) ?? []), ...ids]);
		}
	return names;
}

function reached(from: string, needs: ReadonlyMap<string, readonly string[]>): Set<string> {
	const seen = new Set(needs.has(from) ? [from] : []);
	for (const id of seen) for (const next of needs.get(id) ?? []) if (needs.has(next)) seen.add(next);
	return seen;
}

/** Of what the modules weigh as they are: they travel without the names that only people need. */
const WHEN_SHORTENED = 0.5;

/** About as they travel. */
const compressedBytes = (codes: readonly string[]): number =>
	WHEN_SHORTENED *
	brotliCompressSync(codes.join('\n').replace(COMMENTS, ''), {
		params: { [constants.BROTLI_PARAM_QUALITY]: 5 }
	}).length;
