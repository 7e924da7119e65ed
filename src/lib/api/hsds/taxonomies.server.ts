import { KINDS, type LocalGovernment, type LocalGovernmentKind } from '$lib/domain/directory/directory';
import { derivedId } from './identifiers.server';

const NAMES: Record<LocalGovernmentKind, { name: string; description: string }> = {
	gemeente: { name: 'Gemeente', description: 'De eigen administratie van een gemeente.' },
	ocmw: { name: 'OCMW', description: 'Openbaar centrum voor maatschappelijk welzijn van een gemeente.' }
};

/** Kinds of local government: the one taxonomy there is. */
const KIND = {
	id: derivedId('taxonomy', 'kind'),
	name: 'Soort lokaal bestuur',
	description: 'Of een lokaal bestuur een gemeente is, of het OCMW van een gemeente.'
};

export const TAXONOMIES = [KIND];

function termOf(kind: LocalGovernmentKind) {
	return {
		id: derivedId('taxonomy_term', kind),
		code: kind,
		...NAMES[kind],
		taxonomy: KIND.name,
		taxonomy_id: KIND.id,
		language: 'nl'
	};
}

export const TAXONOMY_TERMS = KINDS.map(termOf);

/** What is classified about an organization. */
export function attributesOf({ id, kind }: LocalGovernment) {
	const term = termOf(kind);
	return [
		{
			id: derivedId(id, 'attribute', kind),
			link_id: id,
			link_entity: 'organization',
			link_type: 'organization_type',
			taxonomy_term_id: term.id,
			taxonomy_term: term
		}
	];
}

/** Whether an organization is classified by this term, by any of this taxonomy; without either it is one of those asked. */
export function isClassified(
	{ kind }: LocalGovernment,
	{
		taxonomy_id,
		taxonomy_term_id
	}: { taxonomy_id?: string | undefined; taxonomy_term_id?: string | undefined }
): boolean {
	return (
		(taxonomy_id === undefined || taxonomy_id === KIND.id) &&
		(taxonomy_term_id === undefined || taxonomy_term_id === termOf(kind).id)
	);
}
