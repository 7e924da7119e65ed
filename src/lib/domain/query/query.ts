/**
 * The filters, order and page of a list as they stand in its address. Each list describes them once; that it is read, printed in
 * one order and counted, and what an answer depends on, follows from there. Without a schema library: the home page loads it.
 */
import { MAX_TEXT, readUrl, type UrlProblem, type UrlReader } from './urlQuery.ts';

/** What can be chosen, where only the moment knows that. */
export interface Vocabulary {
	values: readonly string[];
	/** What a value of before means today; undefined for none. */
	today?: (value: string) => string | undefined;
}

/** One part of a query, by the name that it has there and in the address. */
export interface Part<Value> {
	/** What it is where the address says nothing. */
	readonly empty: Value;
	/** What it is called in the address. */
	names(name: string): readonly string[];
	read(reader: UrlReader, name: string, words: readonly string[]): Value;
	/** Its names and values in the address; none for what is empty. */
	print(value: Value, name: string): (readonly [name: string, value: string])[];
	/** How many filters it puts to work. */
	count(value: Value): number;
}

/** One that is read with a vocabulary. */
export interface OpenPart<Value> extends Part<Value> {
	readonly isOpen: true;
}

type Parts = Readonly<Record<string, Part<unknown>>>;
type ValuesOf<P extends Parts> = { -readonly [N in keyof P]: P[N] extends Part<infer Value> ? Value : never };
type OpenNames<P extends Parts> = { [N in keyof P]: P[N] extends OpenPart<unknown> ? N : never }[keyof P];
type Vocabularies<P extends Parts> = Readonly<Record<OpenNames<P>, Vocabulary>>;

export interface QueryDefinition<P extends Parts> {
	readonly empty: Readonly<ValuesOf<P>>;
	/** Of all parameters, for whoever keeps answers. */
	readonly names: readonly string[];
	/** Reads a URL's query. Never fails: what it cannot use is left out and reported. */
	parse(
		params: URLSearchParams,
		...vocabularies: [OpenNames<P>] extends [never] ? [] : [Vocabularies<P>]
	): { query: ValuesOf<P>; problems: UrlProblem[] };
	/** The shortest query string that means the same, with its question mark; '' for what is empty. */
	print(query: Partial<ValuesOf<P>>): string;
	/** How many filters narrow the list. */
	count(query: ValuesOf<P>): number;
}

export type QueryOf<Definition extends { empty: object }> = {
	-readonly [N in keyof Definition['empty']]: Definition['empty'][N];
};

/** @param parts in the order in which the address names them */
export function defineQuery<const P extends Parts>(parts: P): QueryDefinition<P> {
	const entries = Object.entries(parts);
	const each = <Value>(value: (part: Part<unknown>, name: string) => Value) =>
		Object.fromEntries(entries.map(([name, part]) => [name, value(part, name)]));
	return {
		empty: each(({ empty }) => empty) as Readonly<ValuesOf<P>>,
		names: entries.flatMap(([name, part]) => part.names(name)),
		parse(params, ...vocabularies) {
			const words: Readonly<Record<string, Vocabulary>> = vocabularies[0] ?? {};
			const today = new Map(
				entries.flatMap(([name, part]) =>
					part.names(name).map((inAddress) => [inAddress, words[name]?.today])
				)
			);
			const current = [...params].map(([name, value]) => [name, today.get(name)?.(value) ?? value]);
			const reader = readUrl(new URLSearchParams(current));
			const query = each((part, name) => part.read(reader, name, words[name]?.values ?? []));
			return { query: query as ValuesOf<P>, problems: reader.problems };
		},
		print(query) {
			const values: Readonly<Record<string, unknown>> = query;
			const pairs = entries.flatMap(([name, part]) =>
				values[name] === undefined ? [] : part.print(values[name], name)
			);
			return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map((pair) => [...pair]))}`;
		},
		count: (query) => entries.reduce((sum, [name, part]) => sum + part.count(query[name]), 0)
	};
}

/** A part under one name. */
function single<Value>(
	empty: Value,
	read: (reader: UrlReader, name: string, words: readonly string[]) => Value,
	print: (value: Value) => readonly string[],
	count: (value: Value) => number = () => 0
): Part<Value> {
	return {
		empty,
		names: (name) => [name],
		read,
		print: (value, name) => print(value).map((text) => [name, text] as const),
		count
	};
}

const unlessNull = (value: string | number | null): string[] => (value === null ? [] : [String(value)]);

/** Several values of one filter widen it; filters narrow each other. */
export const several = <const Value extends string>(values: readonly Value[]): Part<Value[]> =>
	single<Value[]>(
		[],
		(reader, name) => reader.several(name, values),
		(chosen) => chosen,
		(chosen) => chosen.length
	);

/** The same for values that only the moment knows. */
export const severalKnown = (): OpenPart<string[]> => ({
	...single<string[]>(
		[],
		(reader, name, words) => reader.several(name, words),
		(chosen) => chosen,
		(chosen) => chosen.length
	),
	isOpen: true
});

/** One of these, or null. */
export const one = <const Value extends string | number>(values: readonly Value[]): Part<Value | null> =>
	single<Value | null>(
		null,
		(reader, name) => {
			const given = reader.one(name, values.map(String));
			return values.find((value) => String(value) === given) ?? null;
		},
		unlessNull,
		(value) => (value === null ? 0 : 1)
	);

/** One of these; `usual` where the address says nothing. */
export const oneOr = <const Value extends string | number>(
	values: readonly Value[],
	usual: NoInfer<Value>
): Part<Value> => {
	const { read } = one(values);
	return single<Value>(
		usual,
		(reader, name, words) => read(reader, name, words) ?? usual,
		(value) => (value === usual ? [] : [String(value)]),
		(value) => (value === usual ? 0 : 1)
	);
};

/** On where the address says this word. */
export const flag = (word: string): Part<boolean> =>
	single(
		false,
		(reader, name) => reader.one(name, [word]) === word,
		(isOn) => (isOn ? [word] : []),
		Number
	);

/** On unless the address says this word. */
export const unless = (word: string): Part<boolean> =>
	single(
		true,
		(reader, name) => reader.one(name, [word]) === null,
		(isOn) => (isOn ? [] : [word])
	);

/** What was typed; counted as no filter. */
export const text = (max = MAX_TEXT): Part<string> =>
	single(
		'',
		(reader, name) => reader.text(name, max),
		(typed) => (typed ? [typed] : [])
	);

/** Of something that is chosen or selected, or null; counted as no filter. */
export const slug = (): Part<string | null> =>
	single<string | null>(null, (reader, name) => reader.slug(name), unlessNull);

/** 1-based. */
export const pageNumber = (): Part<number> =>
	single(
		1,
		(reader, name) => reader.page(name),
		(page) => (page > 1 ? [String(page)] : [])
	);

/** What `convert` makes of a text, or null; counted as no filter. */
export const converted = <Value extends string | number>(
	convert: (text: string) => Value | null
): Part<Value | null> =>
	single<Value | null>(null, (reader, name) => reader.value(name, convert), unlessNull);

/** The same part, for what is shown of the list rather than what is in it. */
export const view = <Value>(part: Part<Value>): Part<Value> => ({ ...part, count: () => 0 });

/** The same part, called otherwise in the address. */
export const named = <P extends Part<unknown>>(inAddress: string, part: P): P => ({
	...part,
	names: () => [inAddress],
	read: (reader: UrlReader, _name: string, words: readonly string[]) => part.read(reader, inAddress, words),
	print: (value: unknown) => part.print(value, inAddress)
});

/** Parts that belong together in the query, and stand side by side in the address. */
export function group<const P extends Parts>(parts: P): Part<ValuesOf<P>> {
	const { empty, names, print, count } = defineQuery(parts);
	const entries = Object.entries(parts);
	return {
		empty,
		names: () => names,
		read: (reader) =>
			Object.fromEntries(entries.map(([name, part]) => [name, part.read(reader, name, [])])) as ValuesOf<P>,
		print: (values) => [...new URLSearchParams(print(values))],
		count
	};
}
