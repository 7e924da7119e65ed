import { beforeAll, expect, it } from 'vitest';
import { createDirectoryStore } from '$lib/directory/directory.server';
import { createKeyClient } from '$lib/base/database/supabase.server';
import { indexDirectory, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { useDatabase } from '../../../../tests/database/useDatabase.ts';
import { answerAt } from './answers.server';
import { LIST_NAMES } from './parameters.server';
import { OBJECT_OF, wrongWith } from './schemas.fixture';

const embedded = useDatabase({ exampleData: true });
let index: DirectoryIndex;

beforeAll(async () => {
	const client = createKeyClient(embedded, embedded.publishableKey);
	const { directory } = await createDirectoryStore({ client: () => client }).get();
	// Of every kind of desk one, also of what the examples lack.
	index = indexDirectory({
		...directory,
		desks: directory.desks.map((desk, place) => ({ ...desk, locationApproximate: place % 2 === 0 }))
	});
});

function ask(path: string, query = ''): { contents: { id: string }[] } {
	return JSON.parse(JSON.stringify(answerAt(index, path, new URL(`https://example.org/?${query}`))()));
}

it.each(LIST_NAMES)(
	'every one of %s keeps to the schema of the standard: listed, in full, and by itself',
	(name) => {
		const full = name === 'organizations' ? ['full=true', 'full_service=true'] : ['full=true'];
		for (const query of ['', ...(name.startsWith('taxonom') ? [] : full)]) {
			const answer = ask(name, `per_page=1000&${query}`);
			const { contents } = answer;
			expect(wrongWith('page', answer)).toEqual([]);
			expect(contents.length).toBeGreaterThan(0);
			expect(contents.flatMap((record) => wrongWith(OBJECT_OF[name], record))).toEqual([]);
		}
		for (const { id } of ask(name, 'per_page=1000').contents)
			expect(wrongWith(OBJECT_OF[name], ask(`${name}/${id}`))).toEqual([]);
	}
);

it('tells a record that does not keep to it', () => {
	expect(wrongWith('service', { id: 'x', name: 'Loket', status: 'open', colour: 'red' })).toHaveLength(3);
	expect(wrongWith('organization', { id: '00000000-0000-4000-8000-000000000001', name: 'A' })).toHaveLength(
		1
	);
});

it('has every desk, and every government that takes part', () => {
	const governments = index.directory.localGovernments.filter(({ participatingSince }) => participatingSince);
	expect(ask('services', 'full=true&per_page=1000').contents).toHaveLength(index.directory.desks.length);
	expect(ask('organizations', 'full=true&per_page=1000').contents).toHaveLength(governments.length);
});

it('finds what is approximate by its term', () => {
	const term = ask('taxonomy_terms', 'search=benadering').contents[0]?.id;
	const found = ask('services', `per_page=1000&taxonomy_term_id=${term}`).contents;
	expect(found).toHaveLength(index.directory.desks.filter((desk) => desk.locationApproximate).length);
});
