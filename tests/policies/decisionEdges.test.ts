/** What lies beside the table of decisions: who gets a fingerprint, what counts as one, and what a decision leaves behind. */
import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../database/useDatabase.ts';
import { clientWithKey } from './actors.ts';
import { toolsOn, type Ground, type Tools } from './decisionTools.ts';
import { makePerson, type Person } from './people.ts';

const embedded = useDatabase({ exampleData: true });
const query: Ground['query'] = async <Row>(sql: string, parameters: unknown[] = []) =>
	(await embedded.exclusively((db) => db.query<Row>(sql, parameters))).rows;
let tools: Tools;

beforeAll(async () => {
	tools = toolsOn({
		embedded,
		query,
		admin: await makePerson(embedded, { name: 'beslist', role: 'admin' }),
		editor: await makePerson(embedded, { name: 'redacteur', role: 'editor' }),
		member: await makePerson(embedded, { name: 'stelt-voor' })
	});
});

const rows = (of: 'proposed_change' | 'volunteer_desk', by: Person, id: string) =>
	clientWithKey(embedded, embedded.publishableKey, by.token).from(of).select('id').eq('id', id);

async function suggest(what: object, intent = 'publish', on?: { desk: string; change: string }) {
	const desk = on?.desk ?? (await tools.makeDesk()).id;
	const [found] = await query<{ content: object; government: string }>(
		`select private.desk_content(d) as content, local_government_id as government
			from public.volunteer_desk as d where id = $1`,
		[desk]
	);
	const saved = await tools.call(tools.member, 'save_change', {
		p_subject: 'desk',
		p_local_government_id: found?.government,
		p_desk_id: desk,
		p_change_id: on?.change ?? null,
		p_base_revision: 1,
		p_content: { ...found?.content, ...what },
		p_intent: intent,
		p_note: null
	});
	return { desk, change: String(saved.changeId) };
}

it('a draft that waited before has no fingerprint for others', async () => {
	const on = await suggest({ phone: '+3292100001' });
	const look = () => tools.looked('change', tools.editor, on.change).look();
	expect(await look()).not.toBeNull();
	await suggest({ phone: '+3292100002' }, 'draft', on);
	expect((await rows('proposed_change', tools.editor, on.change)).data).toEqual([]);
	expect(await look()).toBeNull();
});

it('a desk that is off the site has none for who does not keep it', async () => {
	const { id } = await tools.makeDesk();
	const looks = () =>
		Promise.all([tools.member, tools.editor].map((by) => tools.looked('desk', by, id).look()));
	expect(await looks()).not.toContain(null);
	await query('update public.volunteer_desk set published = false where id = $1', [id]);
	expect((await rows('volunteer_desk', tools.member, id)).data).toEqual([]);
	expect(await looks()).toEqual([null, expect.any(String)]);
});

it('a report about nobody is not settled without a fingerprint', async () => {
	const nobody = '00000000-0000-4000-8000-000000000001';
	await tools.call(tools.member, 'report_colleague', { p_id: nobody, p_reason: 'Schrijft onbeleefd.' });
	const [report] = await query<{ id: string }>(
		'select id from public.colleague_report where reported_id = $1',
		[nobody]
	);
	expect(
		await tools.call(tools.admin, 'settle_colleague_report', {
			p_report_id: report?.id,
			p_done: true,
			p_seen: null
		})
	).toBe('CHANGED_MEANWHILE');
});

it.each([
	// Half an address of each of two people is nobody's.
	[['street'], { street: 'Kouter 5', postcode: '9000', place: 'Gent', website: 'https://goed.example' }],
	// Only what others changed is there to choose.
	[['website'], { street: 'Markt 1', postcode: '9300', place: 'Aalst', website: 'https://goed.example' }]
])('approved with %j kept, each part is one of the two whole', async (kept, expected) => {
	const { desk, change } = await suggest({
		street: 'Markt 1',
		postcode: '9300',
		place: 'Aalst',
		website: 'https://goed.example'
	});
	await query(`update public.volunteer_desk set street = 'Kouter 5' where id = $1`, [desk]);
	const seen = await tools.looked('change', tools.editor, change).look();
	await tools.call(tools.editor, 'review_change', {
		p_change_id: change,
		p_decision: 'approve',
		p_reason: null,
		p_seen: seen,
		p_kept: kept
	});
	expect(
		await query('select street, postcode, place, website from public.volunteer_desk where id = $1', [desk])
	).toEqual([expected]);
});

it('a file that changes when a government takes part is recorded, with what was there', async () => {
	const [government] = await query<{ id: string }>(
		`update public.local_government set participating_since = '2017-05-01', participating_until = '2020-01-01',
			is_example = true where slug = 'gemeente-gent' returning id`
	);
	await query('insert into public.participation_request (local_government_id) values ($1)', [government?.id]);
	const run = await tools.call(tools.admin, 'stage_import', {
		p_kind: 'besturen',
		p_file_name: 'besturen.csv',
		p_header: [],
		p_ignored_columns: [],
		p_counts: {},
		p_rows: [
			{
				row: 2,
				outcome: 'changed',
				label: 'Gent',
				subject_id: government?.id,
				content: { participating_since: '2026-02-01', participating_until: null },
				seen: { participating_since: '2017-05-01', participating_until: '2020-01-01' }
			}
		]
	});
	expect(
		await tools.call(tools.admin, 'apply_import', { p_import_id: run, p_same: false, p_older: [] })
	).toMatchObject({ outcome: 'applied', changed: 1 });
	expect(
		await query(
			`select details from public.audit_entry where local_government_id = $1 and action = 'participation_changed'`,
			[government?.id]
		)
	).toEqual([
		{
			details: {
				since: '2026-02-01',
				until: null,
				sinceBefore: '2017-05-01',
				untilBefore: '2020-01-01'
			}
		}
	]);
	expect(
		await query('select is_example from public.local_government where id = $1', [government?.id])
	).toEqual([{ is_example: false }]);
	expect(await query('select 1 from public.participation_request')).toEqual([]);
});

it('nobody fills the trail with names', async () => {
	const person = await tools.person({});
	await query(`select private.permit_auth_change($1, 'email')`, [person.id]);
	await query(`update auth.users set email = 'lid@gent.be' where id = $1`, [person.id]);
	const own = clientWithKey(embedded, embedded.publishableKey, person.token);
	for (let i = 0; i < 30; i++)
		await own
			.from('profile')
			.update({ full_name: `Naam ${i}` })
			.eq('id', person.id);
	expect(
		await query(
			`select count(*)::int as entries from public.audit_entry where account_id = $1 and action = 'renamed'`,
			[person.id]
		)
	).toEqual([{ entries: 20 }]);
});
