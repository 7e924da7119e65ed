import { beforeAll, describe, expect, it } from 'vitest';
import { ACTORS, type Actor } from '../../src/lib/domain/access/matrix.ts';
import { useDatabase } from '../database/useDatabase.ts';
import { clientOf, isRefusal } from './actors.ts';
import { rightsIn } from './hostile.ts';
import { makeCast, type Player } from './people.ts';

const embedded = useDatabase({ exampleData: false });
let cast: Record<Actor, Player>;

beforeAll(async () => {
	cast = await makeCast(embedded);
});

const rights = () => rightsIn(embedded);
const SIGNED_IN = ACTORS.filter((actor) => actor !== 'visitor' && actor !== 'keyless');
const NO_FILTER = { p_status: null, p_role: null, p_local_government_id: null, p_limit: 200, p_offset: 0 };

describe.each(SIGNED_IN)('%s', (actor) => {
	it('does not write itself rights past the functions', async () => {
		const before = await rights();
		const { client, person } = cast[actor];
		const row = { id: person?.id, status: 'approved', role: 'admin' };
		const whole = {
			...row,
			full_name: 'x',
			job_title: 'x',
			position: 'staff',
			consent_version: '2026-11-21'
		};
		const profile = () => client.from('profile');
		for (const [n, answer] of [
			await profile().insert(whole),
			await profile().upsert(whole),
			await profile().upsert(whole, { onConflict: 'id', ignoreDuplicates: true }),
			await profile().upsert({ id: person?.id, role: 'admin' }, { defaultToNull: false }),
			await profile().update({ full_name: 'x', role: 'admin' }).eq('id', person?.id),
			await profile().update({ status: 'approved' }).eq('id', person?.id).select(),
			await profile().update({ local_government_id: null }).eq('id', person?.id),
			await profile().delete().eq('id', person?.id),
			await client.from('account_decision').insert({ account_id: person?.id, decision: 'approved' }),
			await client.from('audit_entry').insert({ action: 'approved' }),
			await client
				.from('email_outbox')
				.insert({ template: 'account_left', locale: 'nl', to_address: 'x@x.example' })
		].entries())
			expect(isRefusal(answer), `${n}: ${JSON.stringify(answer.error)}`).toBe(true);
		expect(await rights()).toEqual(before);
	});

	it('does not leave, pause or export by following a link', async () => {
		const before = await rights();
		for (const name of ['leave_account', 'pause_account', 'export_my_account', 'change_my_government']) {
			const args = name === 'pause_account' ? { p_paused: true } : {};
			const answer = await cast[actor].client.rpc(name, args, { get: true });
			expect(answer.error, name).not.toBeNull();
		}
		expect(await rights()).toEqual(before);
	});
});
describe.each(ACTORS)('%s, asking for what is not offered', (actor) => {
	it.each([
		'auth.users',
		'"auth"."users"',
		'users',
		'sessions',
		'pg_class',
		'pg_authid',
		'rate_limit',
		'private.rate_limit',
		'own_account',
		'decision_outcome',
		'audit_entry_id_seq',
		'schema_migrations',
		'spatial_ref_sys',
		'geometry_columns'
	])('does not get %s', async (name) => {
		const answer = await cast[actor].client.from(name).select('*');
		expect(answer.error, JSON.stringify(answer.data)).not.toBeNull();
	});

	it.each([
		['decide', {}],
		['withdraw_announcement', { p_account_id: '00000000-0000-4000-8000-00000000dead' }],
		['record_audit', { p_action: 'left', p_account_id: null }],
		['account_addresses', {}],
		['is_admin', {}],
		['pg_sleep', { '': 1 }],
		['set_config', { setting_name: 'role', new_value: 'postgres', is_local: true }],
		['current_setting', { '': 'request.jwt.claims' }],
		['pg_read_file', { '': '/etc/passwd' }],
		['query_to_xml', { query: 'select * from auth.users', nulls: true, tableforest: true, targetns: '' }],
		['st_asgeojson', { '': 'x' }],
		['uid', {}],
		['jwt', {}]
	])('does not call %s', async (name, args) => {
		for (const client of [
			cast[actor].client,
			cast[actor].client.schema('private'),
			cast[actor].client.schema('auth')
		]) {
			const answer = await client.rpc(name, args);
			expect(answer.error, JSON.stringify(answer.data)).not.toBeNull();
		}
	});

	it('does not get at people through what is public', async () => {
		for (const question of [
			['local_government', 'slug, profile(full_name, phone)'],
			['local_government', 'slug, profile!inner(full_name)'],
			['local_government', 'slug, profile(count)'],
			['municipality', 'slug, local_government(slug, profile(full_name))'],
			['profile', 'full_name, email_outbox(to_address)'],
			['profile', 'status, id.count()'],
			['profile', 'full_name:bio, phone::text'],
			['email_outbox', 'id, account_decision(reason)'],
			['account_decision', 'reason, email_outbox(params)'],
			['account_decision', 'reason, email_outbox(lease)']
		] as const) {
			const answer = await cast[actor].client.from(question[0]).select(question[1]);
			const text = JSON.stringify(answer.data);
			for (const other of Object.values(cast)) {
				if (!other.person || other.actor === actor) continue;
				const marks = Object.entries(other.person.marks);
				const found = marks.filter(([, mark]) => text?.includes(mark)).map(([place]) => place);
				const isClosed = actor !== 'admin' || found.includes('email_outbox.params');
				if (isClosed) expect(found, question.join('?select=')).toEqual([]);
			}
		}
	});

	it('does not find out by filtering, what it cannot read', async () => {
		if (actor === 'admin') return;
		const { client } = cast[actor];
		const phone = cast.suspended.person?.marks['profile.phone'] ?? '';
		const id = cast.suspended.person?.id ?? '';
		for (const answer of [
			await client.from('profile').select('id').eq('phone', phone),
			await client
				.from('profile')
				.select('id')
				.or(`phone.eq.${phone},status.eq.suspended`)
				.neq('id', cast[actor].person?.id ?? id),
			await client.from('profile').select('id').eq('id', id),
			await client.from('local_government').select('slug, profile!inner(id)').eq('profile.phone', phone),
			await client.from('local_government').select('slug').not('profile', 'is', null),
			await client.rpc('members', { ...NO_FILTER, p_search: 'kanarie' }),
			await client.rpc('audit_log', { p_before: null, p_action: null, p_account_id: id, p_limit: 10 })
		])
			expect(answer.error === null ? answer.data : []).toEqual([]);
	});

	it('is refused with odd arguments as with good ones', async () => {
		if (actor === 'admin') return;
		const { client } = cast[actor];
		const before = await rights();
		const many = Array.from({ length: 20_000 }, () => cast.pending.person?.id);
		for (const args of [
			{ p_account_ids: many, p_seen: many, p_decision: 'approved', p_reason: null, p_undo_seconds: 0 },
			{ p_account_ids: null, p_seen: null, p_decision: null, p_reason: null, p_undo_seconds: null },
			{
				p_account_ids: [[cast.pending.person?.id]],
				p_seen: [['x']],
				p_decision: 'approved',
				p_reason: 'x',
				p_undo_seconds: -1
			}
		])
			expect((await client.rpc('decide_accounts', args)).error).not.toBeNull();
		expect(await rights()).toEqual(before);
	});
});

describe('an administrator', () => {
	it('decides on at most two hundred at once', async () => {
		const ids = Array.from({ length: 20_000 }, () => cast.pending.person?.id);
		const answer = await cast.admin.client.rpc('decide_accounts', {
			p_account_ids: ids,
			p_seen: ids,
			p_decision: 'approved',
			p_reason: null,
			p_undo_seconds: 0
		});
		expect(answer.error?.message).toBe('TOO_MANY');
	});
});

describe('a visitor', () => {
	it('does not become the server by saying so', async () => {
		const before = await rights();
		const visitor = clientOf('visitor', embedded);
		expect((await visitor.rpc('grant_admin', { p_email: cast.member.person?.email })).error).not.toBeNull();
		const response = await embedded.fetch(`${embedded.url}/rest/v1/rpc/grant_admin`, {
			method: 'POST',
			headers: {
				apikey: embedded.publishableKey,
				'content-type': 'application/json',
				role: 'service_role',
				'x-role': 'service_role',
				'x-forwarded-for': '127.0.0.1',
				origin: embedded.url
			},
			body: JSON.stringify({ p_email: cast.member.person?.email })
		});
		expect(response.status).toBeGreaterThanOrEqual(400);
		expect(await rights()).toEqual(before);
	});
});
