/** What the contract needs in a database beside the migrations. All of it goes again, whatever happens. */
import { expect, vi } from 'vitest';
import type { BackendUnderTest } from './backends/backend.ts';
import { serverOf } from './clients.ts';

/** Every request of `contract_who` passes it; shut, it shows who stands before it. Any number will do. */
export const DOOR = 7_260_163;
/** No address that anybody has, and the one mark of the accounts and messages made here. */
export const ownAddress = (name: string): string => `contract-${name}@voorbeeld.example`;
const OWN_ADDRESSES = `'contract-%@voorbeeld.example'`;
export const OWN_NAME = 'Contract Voorbeeld';

const OBJECTS = [
	`create table public.contract_note (
		id integer primary key,
		label text not null unique,
		amount integer check (amount > 0),
		noted_at timestamptz not null default '2026-11-21T11:00:05.25+01:00'
	)`,
	`alter table public.contract_note enable row level security`,
	`revoke all on public.contract_note from anon, authenticated`,
	`grant all on public.contract_note to service_role`,
	// Public when even: rights decide about columns, policies about rows.
	`grant select (id, label, noted_at) on public.contract_note to anon, authenticated`,
	`create policy "even ones" on public.contract_note for select to anon, authenticated using (id % 2 = 0)`,

	// When it began.
	`insert into public.contract_note (id, label, noted_at) values (0, 'began', now())`,

	`create function public.contract_who(p_question integer, p_refuse boolean) returns jsonb
	language plpgsql as $$
	begin
		perform pg_advisory_xact_lock_shared(${DOOR});
		if p_refuse then
			raise check_violation using message = 'No answer to question ' || p_question;
		end if;
		return jsonb_build_object(
			'question', p_question,
			'role', current_user,
			'account', nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub',
			'legacy', nullif(current_setting('request.jwt.claim.sub', true), ''),
			'session', pg_backend_pid()
		);
	end;
	$$`,
	`create function public.contract_values(
		p_object jsonb, p_ids uuid[], p_moment timestamptz, p_yes boolean, p_amount numeric, p_nothing text
	) returns jsonb
	language sql as $$
		select jsonb_build_object(
			'name', p_object ->> 'name', 'ids', cardinality(p_ids), 'moment', p_moment at time zone 'UTC',
			'yes', p_yes, 'amount', p_amount + 1, 'nothing', p_nothing is null
		);
	$$`,
	`create function public.contract_refuse(p_word text, p_privilege boolean) returns void
	language plpgsql as $$
	begin
		insert into public.contract_note (id, label) values (9000, 'written before the refusal');
		if p_privilege then
			raise insufficient_privilege using message = p_word;
		end if;
		raise exception using message = p_word, hint = 'A hint', detail = 'A detail';
	end;
	$$`,
	`create function public.contract_work(p_rows integer) returns bigint
	language sql as $$ select count(*) from generate_series(1, p_rows) $$`,
	`grant execute on function
		public.contract_who(integer, boolean),
		public.contract_values(jsonb, uuid[], timestamptz, boolean, numeric, text),
		public.contract_work(integer)
		to anon, authenticated, service_role`,
	`grant execute on function public.contract_refuse(text, boolean) to service_role`
];

/** The audit trail is append-only and keeps its lines, whose ids lead nowhere once the accounts are gone. */
const REMOVAL = [
	// Administrators, where there are any, were told of requests that are not there. A mail that waited before may still
	// count them.
	`do $$ begin
		if to_regclass('public.contract_note') is not null then
			delete from public.email_outbox where template = 'new_request'
				and created_at >= (select noted_at from public.contract_note where id = 0);
		end if;
	end $$`,
	'drop table if exists public.contract_note',
	'drop function if exists public.contract_who',
	'drop function if exists public.contract_values',
	'drop function if exists public.contract_refuse',
	'drop function if exists public.contract_work',
	`delete from auth.users where email like ${OWN_ADDRESSES}`,
	`delete from public.email_outbox where to_address like ${OWN_ADDRESSES}`,
	`delete from public.contact_message where email like ${OWN_ADDRESSES}`,
	`delete from private.rate_limit where key like 'contact:contract-%'`
];

export async function makeOwnObjects(backend: BackendUnderTest): Promise<void> {
	await run(backend, OBJECTS);
	// The Data API of a hosted Supabase remembers what there is until it is told, and then takes a moment.
	await vi.waitFor(
		async () => {
			const server = serverOf(backend);
			const { error } = await server.from('contract_note').select('id');
			const { error: none } = await server.rpc('contract_work', { p_rows: 1 });
			expect([error, none]).toEqual([null, null]);
		},
		{ timeout: 60_000, interval: 200 }
	);
}

export const removeTraces = (backend: BackendUnderTest): Promise<void> => run(backend, REMOVAL);

const run = (backend: BackendUnderTest, statements: string[]): Promise<void> =>
	backend.exclusively(async (ask) => {
		for (const statement of statements) await ask(statement);
		await ask(`notify pgrst, 'reload schema'`);
	});
