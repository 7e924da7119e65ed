/** Nothing is write-only: what strangers and members write, somebody reads, on a page that is named. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FUNCTIONS, TABLES, type Caller, type TableVerdict } from '../../src/lib/domain/access/matrix.ts';
import { ROUTE_IDS } from '../../src/lib/site/routes.server.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { READERS } from './readers.ts';
import { reachOf, tablesOf, type Reach } from './stores.ts';

const embedded = useDatabase({ exampleData: false });
let reach: ReadonlyMap<string, Reach>;
let tables: string[];
let written: Set<string>;

beforeAll(async () => {
	[reach, tables] = [await embedded.exclusively(reachOf), await embedded.exclusively(tablesOf)];
	written = writtenThroughDoors();
});

/** By a function that is not for administrators alone (the server calls some for strangers), by Auth, or straight away. */
function writtenThroughDoors(): Set<string> {
	const doors = Object.entries<{ callers: readonly Caller[] }>(FUNCTIONS)
		.filter(([, { callers }]) => callers.some((caller) => caller !== 'admin'))
		.map(([name]) => `public.${name}`);
	const changed = Object.entries<TableVerdict>(TABLES)
		.filter(([, { changes }]) => changes.by.length > 0)
		.map(([name]) => `public.${name}`);
	const starts = [...doors, ...changed, 'auth.users'];
	return new Set([...changed, ...starts.flatMap((start) => [...(reach.get(start)?.writes ?? [])])]);
}

/** The source of a page on the server with all that it imports of ours. */
function sourceOf(routeId: string): string {
	const folder = `src/routes${routeId}`;
	const texts = new Map<string, string>();
	const open = ['+page.server.ts', '+server.ts', '+page.ts'].map((file) => join(folder, file));
	for (let file = open.pop(); file !== undefined; file = open.pop()) {
		if (texts.has(file) || !existsSync(file)) continue;
		const text = readFileSync(file, 'utf8');
		texts.set(file, text);
		for (const [, from = ''] of text.matchAll(/\bfrom '((?:\$lib|\.{1,2})\/[^']+)'/g)) {
			const path = from.startsWith('$lib/') ? from.replace('$lib', 'src/lib') : join(dirname(file), from);
			open.push(path.endsWith('.ts') ? path : `${path}.ts`);
		}
	}
	return [...texts.values()].join('\n');
}

/** The tables that a page asks, itself or by a function. */
function readOn(routeId: string): Set<string> {
	const source = sourceOf(routeId);
	const asked = [...source.matchAll(/(?:\.from\(|\(client,)\s*'(\w+)'/g)].map(([, name]) => `public.${name}`);
	const called = [...source.matchAll(/\.rpc\(\s*'(\w+)'/g)].flatMap(([, name]) => [
		...(reach.get(`public.${name}`)?.reads ?? [])
	]);
	return new Set([...asked, ...called]);
}

describe('what is written', () => {
	it('is found: by a visitor, by a member, by Auth, and through what functions call and set going', () => {
		expect([...written]).toEqual(
			expect.arrayContaining([
				'public.contact_message',
				'public.desk_report',
				'public.colleague_report',
				'public.proposed_change',
				'public.profile',
				'public.directory_revision',
				'private.expertise_text'
			])
		);
		expect([...written]).not.toContain('public.municipality');
	});

	it('has a place where it is read: every table has one, and no other is named', () => {
		expect(Object.keys(READERS).toSorted()).toEqual(tables.toSorted());
	});
});

describe.each(Object.entries(READERS))('%s', (table, reader) => {
	if ('machine' in reader) {
		it('is for nobody to read', () => expect(reader.machine).not.toBe(''));
		return;
	}
	const isReference = 'reference' in reader;
	it.each([...(isReference ? reader.reference : reader.pages)])('is read on %s', (routeId) => {
		expect(ROUTE_IDS).toContain(routeId);
		expect([...readOn(routeId)]).toContain(table);
	});
	if (isReference) {
		it('is written by neither strangers nor members', () => expect([...written]).not.toContain(table));
	}
});
