import { KINDS, type LocalGovernment, type LocalGovernmentKind } from '$lib/domain/directory/directory';
import { derivedId } from './identifiers.server';

const NAMES: Record<LocalGovernmentKind, { name: string; description: string }> = {
	gemeente: { name: 'Gemeente', description: 'De eigen administratie van een gemeente.' },
	ocmw: { name: 'OCMW', description: 'Openbaar centrum voor maatschappelijk welzijn van een gemeente.' }
};

/** Kinds of local government. */
const KIND = {
	id: derivedId('taxonomy', 'kind'),
	name: 'Soort lokaal bestuur',
	description: 'Of een lokaal bestuur een gemeente is, of het OCMW van een gemeente.'
};

/** The standard has no field that says that a point is only near. */
const PRECISION = {
	id: derivedId('taxonomy', 'location_precision'),
	name: 'Nauwkeurigheid van de plaats',
	description: 'Of het punt van een locatie juist is.'
};

export const TAXONOMIES = [KIND, PRECISION];

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

const APPROXIMATE = {
	id: derivedId('taxonomy_term', 'approximate'),
	code: 'approximate',
	name: 'Bij benadering',
	description: 'Het punt is het midden van de gemeente of ligt in de buurt. Alleen het adres is juist.',
	taxonomy: PRECISION.name,
	taxonomy_id: PRECISION.id,
	language: 'nl'
};

export const TAXONOMY_TERMS = [...KINDS.map(termOf), APPROXIMATE];

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

/** What is classified about a location: that its point is only near, as `locationApproximate` elsewhere. */
export const approximateAttribute = (locationId: string) => ({
	id: derivedId(locationId, 'attribute', 'approximate'),
	link_id: locationId,
	link_entity: 'location',
	link_type: 'location_precision',
	label: 'locationApproximate',
	value: 'true',
	taxonomy_term_id: APPROXIMATE.id,
	taxonomy_term: APPROXIMATE
});

interface Classified {
	kind: LocalGovernmentKind;
	/** Of a service: whether the point of its location is only near. */
	isApproximate?: boolean;
}

/** Whether something is classified by this term, by any of this taxonomy; without either it is one of those asked. */
export function isClassified(
	{ kind, isApproximate = false }: Classified,
	{
		taxonomy_id,
		taxonomy_term_id
	}: { taxonomy_id?: string | undefined; taxonomy_term_id?: string | undefined }
): boolean {
	const terms = [termOf(kind), ...(isApproximate ? [APPROXIMATE] : [])];
	return (
		(taxonomy_id === undefined && taxonomy_term_id === undefined) ||
		terms.some(
			(term) =>
				(taxonomy_id ?? term.taxonomy_id) === term.taxonomy_id && (taxonomy_term_id ?? term.id) === term.id
		)
	);
}
