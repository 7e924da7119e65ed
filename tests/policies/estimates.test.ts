import { beforeAll, describe, expect, it } from 'vitest';
import { ACTORS, TABLES, type Actor } from '../../src/lib/domain/access/matrix.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { serverClient } from './actors.ts';
import { columnsOpenTo } from './catalogue.ts';
import { makeCast, type Player } from './people.ts';

const embedded = useDatabase({ exampleData: true });
let cast: Record<Actor, Player>;

beforeAll(async () => {
	cast = await makeCast(embedded);
});

describe.each(ACTORS)('%s', (actor) => {
	it.each(['planned', 'estimated'] as const)('is told no %s count of any table', async (count) => {
		for (const name of Object.keys(TABLES)) {
			for (const head of [true, false]) {
				const answer = await cast[actor].client.from(name).select('*', { count, head }).limit(1);
				expect(answer.count ?? null, name).toBeNull();
				expect(answer.status, name).toBeGreaterThanOrEqual(400);
			}
		}
	});
});

describe('an estimate', () => {
	it.each(['count=planned', 'return=representation, COUNT = "estimated"', 'handling=lenient,count=planned'])(
		'is refused however it is asked for: %s',
		async (prefer) => {
			const response = await embedded.fetch(`${embedded.url}/rest/v1/profile?select=id&status=eq.pending`, {
				headers: {
					apikey: embedded.publishableKey,
					authorization: `Bearer ${cast.rejected.person?.token}`,
					prefer
				}
			});
			expect(response.status).toBe(400);
			expect(response.headers.get('content-range')).toBeNull();
			expect(await response.json()).toMatchObject({ code: 'PT400', message: 'NO_ESTIMATES' });
		}
	);

	it('is for nobody, not for the server either; what is exact is', async () => {
		const server = serverClient(embedded);
		expect((await server.from('profile').select('id', { count: 'planned' })).error).not.toBeNull();
		expect((await server.from('profile').select('id', { count: 'exact' })).count).toBeGreaterThan(0);
	});
});

it('nobody has a right to a table of which they see no row', async () => {
	const open = await embedded.exclusively((db) => columnsOpenTo(db, 'authenticated', 'select'));
	const closed = Object.entries(TABLES).filter(([, { rows }]) => ACTORS.every((one) => rows[one] === 'none'));
	expect(closed.map(([name]) => name).filter((name) => open.has(name))).toEqual([]);
});
