import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Small stand-ins for the real migrations and seeds, so that a test can change them. */
const FILES = {
	'migrations/20260101000100_first.sql': `
		create table public.local_government (id int primary key, is_example boolean not null);
		create table public.volunteer_desk (id int primary key, is_example boolean not null);
		create table public.profile (id int primary key, is_example boolean not null);
		create table public.note (id int primary key);`,
	'seeds/reference.sql':
		'begin; insert into public.local_government values (1, false) on conflict do nothing; commit;',
	'seeds/example.sql':
		'begin; insert into public.volunteer_desk values (7, true) on conflict do nothing; commit;',
	'seeds/example_remove.sql': 'begin; delete from public.volunteer_desk where is_example; commit;'
};

export interface Installation {
	folder: string;
	dataDir: string;
	supabaseDir: string;
	/** Writes a migration or seed, by its path in `supabaseDir`. */
	write(path: string, sql: string): Promise<void>;
	remove(): Promise<void>;
}

/** A temporary folder with a `supabase` folder, and a place for the data. */
export async function createInstallation(): Promise<Installation> {
	const installation = await installationIn();
	await mkdir(join(installation.supabaseDir, 'migrations'), { recursive: true });
	await mkdir(join(installation.supabaseDir, 'seeds'));
	for (const [path, sql] of Object.entries(FILES)) await installation.write(path, sql);
	return installation;
}

/** Another one, with all that is in the first. Nothing may be using that. */
export async function copyInstallation({ folder }: Installation): Promise<Installation> {
	const installation = await installationIn();
	await cp(folder, installation.folder, { recursive: true, preserveTimestamps: true });
	return installation;
}

async function installationIn(): Promise<Installation> {
	const folder = await mkdtemp(join(tmpdir(), 'embedded-'));
	const supabaseDir = join(folder, 'supabase');
	return {
		folder,
		dataDir: join(folder, 'data'),
		supabaseDir,
		write: (path, sql) => writeFile(join(supabaseDir, path), sql),
		remove: () => rm(folder, { recursive: true, force: true })
	};
}
