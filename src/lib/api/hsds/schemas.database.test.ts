import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import { beforeAll, expect, it } from 'vitest';
import { createDirectoryStore } from '$lib/directory/directory.server';
import { createKeyClient } from '$lib/base/database/supabase.server';
import { indexDirectory, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { useDatabase } from '../../../../tests/database/useDatabase.ts';
import { answerAt } from './answers.server';
import { LIST_NAMES, type ListName } from './parameters.server';
import { HSDS, type HsdsObject } from './schemas.fixture';

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

const ajv = new Ajv2020({ allErrors: true });
addFormats(ajv);
ajv.addSchema(HSDS);

const OBJECT_OF: Record<ListName, HsdsObject> = {
	services: 'service',
	organizations: 'organization',
	service_at_locations: 'service_at_location',
	taxonomies: 'taxonomy',
	taxonomy_terms: 'taxonomy_term'
};

function wrongWith(name: ListName, record: unknown): string[] {
	const validate = ajv.getSchema(`hsds#/$defs/${OBJECT_OF[name]}`);
	if (!validate) throw new Error(`No schema of ${name}.`);
	return validate(record)
		? []
		: (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`);
}

function ask(path: string, query = ''): { contents: { id: string }[] } {
	return JSON.parse(JSON.stringify(answerAt(index, path, new URL(`https://example.org/?${query}`))()));
}

it.each(LIST_NAMES)(
	'every one of %s keeps to the schema of the standard: listed, in full, and by itself',
	(name) => {
		const full = name === 'organizations' ? ['full=true', 'full_service=true'] : ['full=true'];
		for (const query of ['', ...(name.startsWith('taxonom') ? [] : full)]) {
			const { contents } = ask(name, `per_page=1000&${query}`);
			expect(contents.length).toBeGreaterThan(0);
			expect(contents.flatMap((record) => wrongWith(name, record))).toEqual([]);
		}
		for (const { id } of ask(name, 'per_page=1000').contents)
			expect(wrongWith(name, ask(`${name}/${id}`))).toEqual([]);
	}
);

it('tells a record that does not keep to it', () => {
	expect(wrongWith('services', { id: 'x', name: 'Loket', status: 'open', colour: 'red' })).toHaveLength(3);
	expect(wrongWith('organizations', { id: '00000000-0000-4000-8000-000000000001', name: 'A' })).toHaveLength(
		1
	);
});

it('finds what is approximate by its term', () => {
	const term = ask('taxonomy_terms', 'search=benadering').contents[0]?.id;
	const found = ask('services', `per_page=1000&taxonomy_term_id=${term}`).contents;
	expect(found).toHaveLength(index.directory.desks.filter((desk) => desk.locationApproximate).length);
});
