import * as v from 'valibot';
import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import type { VolunteerDesk } from '$lib/domain/directory/directory';
import { COLUMNS, volunteerDeskRow } from './directoryRows.server';

/**
 * A published desk as the database has it at this moment, for who decides about it: the copy of the directory may be a second
 * older.
 * @throws DatabaseError
 */
export async function readDeskNow(client: TypedClient, id: string): Promise<VolunteerDesk | undefined> {
	const rows = await ask(
		'volunteer_desk',
		client.from('volunteer_desk').select(COLUMNS.volunteer_desk).eq('id', id).eq('published', true)
	);
	return v.parse(v.array(volunteerDeskRow), rows)[0]?.value;
}
