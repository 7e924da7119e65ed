/** A site with as many desks as one wants, on a database of its own. */
import postgres from 'postgres';
import { startSite, startSupabase } from '../e2e/support/servers.ts';

/**
 * How long the site waits for its database. A hundred thousand desks are read in one go: as long as that takes longer than the site
 * waits, on a busy machine, it begins anew and keeps what it has.
 */
const PATIENCE = { REQUEST_TIMEOUT_MS: '600000', DIRECTORY_PATIENCE_MS: '600000' };

export interface FillableSite {
	url: string;
	/** Milliseconds that its process has worked so far. */
	worked(): Promise<number>;
	/** Makes it so many desks, spread evenly over Flanders and over who takes part, and waits until the site serves them. */
	fill(size: number): Promise<void>;
	stop(): Promise<void>;
}

export async function startFillableSite(): Promise<FillableSite> {
	const supabase = await startSupabase({ dataDir: 'memory://' });
	try {
		const site = await startSite({ backend: supabase.keys, env: { MARK_VISITS: '0' }, limits: PATIENCE });
		return {
			url: site.url,
			worked: site.worked,
			fill: async (size) => waitUntilServed(site.url, await fillDesks(supabase.databaseUrl, size)),
			stop: async () => {
				await site.stop();
				await supabase.stop();
			}
		};
	} catch (cause) {
		await supabase.stop();
		throw cause;
	}
}

/** @returns the version of the directory from then on */
async function fillDesks(databaseUrl: string, size: number): Promise<number> {
	const sql = postgres(databaseUrl, { max: 1 });
	try {
		await sql`
			insert into public.volunteer_desk
				(slug, local_government_id, name, street, postcode, place, lon, lat, published, is_example)
			select 'bench-' || n, owner.ids[1 + n % cardinality(owner.ids)], 'Loket ' || n, 'Voorbeeldstraat ' || n, '9000', 'Gent',
				2.6 + 3.3 * ((n * 0.6180339887)::numeric % 1)::double precision,
				50.7 + 0.75 * ((n * 0.7548776662)::numeric % 1)::double precision,
				true, true
			from generate_series((select count(*) from public.volunteer_desk) + 1, ${size}::bigint) as n
			cross join (
				select array_agg(id order by slug) as ids from public.local_government where participating_since is not null
			) as owner`;
		const [row] = await sql<{ version: string }[]>`select version from public.directory_version`;
		return Number(row?.version);
	} finally {
		await sql.end();
	}
}

/** However long it takes: nothing is measured yet. A site that stopped ends it. */
async function waitUntilServed(site: string, version: number): Promise<void> {
	for (;;) {
		const response = await fetch(`${site}/api/v1/desks.geojson?near=4.4,51&limit=1`);
		const answer: { version?: number } = JSON.parse(await response.text());
		if ((answer.version ?? 0) >= version) return;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
}
