import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { slugOf } from '$lib/domain/text/slug';
import { EXAMPLE_NOTICE } from '../endpoint.server';
import { none, readParameters } from '../parameters.server';
import { Problem } from '../problem.server';
import { pageOf } from './page.server';
import { LIST_NAMES, LISTS, ONE_ORGANIZATION, type ListName } from './parameters.server';
import { published, searching, searchIn } from './published.server';
import {
	fullOrganization,
	fullService,
	fullServiceAtLocation,
	listedService,
	organization,
	serviceAtLocation,
	type Organization,
	type Service
} from './records.server';
import { isClassified, TAXONOMIES, TAXONOMY_TERMS } from './taxonomies.server';

/** Of the standard that these addresses follow. */
const VERSION = '3.1';
/** Nothing is added to the standard, so its own words describe what is here. */
const PROFILE = `https://docs.openreferral.org/en/${VERSION}/`;

type Ask = (index: DirectoryIndex, query: URLSearchParams) => () => object;
type AskOne = (index: DirectoryIndex, query: URLSearchParams, id: string) => () => object;

/**
 * What is at an address.
 * @param path below `/api/v1/hsds/`: nothing, the name of a list, or that and an identifier
 * @returns what to send, made when it is needed
 * @throws Problem 400 for a question that makes no sense, 404 where there is nothing
 */
export function answerAt(
	index: DirectoryIndex,
	path: string,
	{ searchParams, origin }: Pick<URL, 'searchParams' | 'origin'>
): () => object {
	const [name, id, ...more] = path.split('/').filter((part) => part !== '');
	if (name === undefined) return about(index, searchParams, origin);
	const list = LIST_NAMES.find((each) => each === name);
	if (list === undefined || more.length > 0) return existing<() => object>(undefined);
	return id === undefined ? lists[list](index, searchParams) : ones[list](index, searchParams, id);
}

/** What this API is. */
function about({ directory }: DirectoryIndex, query: URLSearchParams, origin: string): () => object {
	readParameters(query, none);
	return () => ({
		version: VERSION,
		profile: PROFILE,
		openapi_url: `${origin}/api/v1/openapi.json`,
		...(directory.hasExampleData ? { description: EXAMPLE_NOTICE } : {})
	});
}

/** Each list, as a page of it. */
const lists: Record<ListName, Ask> = {
	services: (index, query) => {
		const asked = readParameters(query, LISTS.services);
		return () => {
			const found = servicesAsked(index, asked);
			if (!asked.minimal) return pageOf(found, asked, asked.full ? fullService : listedService);
			const { page, per_page = found.length } = asked;
			return pageOf(found, { page, per_page }, ({ desk, lastModified }) => ({
				id: desk.id,
				modified_date: lastModified
			}));
		};
	},
	organizations: (index, query) => {
		const asked = readParameters(query, LISTS.organizations);
		const { full, full_service: withFullServices } = asked;
		return () =>
			pageOf(organizationsAsked(index, asked), asked, (one) =>
				full || withFullServices ? fullOrganization(one, { withFullServices }) : organization(one)
			);
	},
	service_at_locations: (index, query) => {
		const asked = readParameters(query, LISTS.service_at_locations);
		return () =>
			pageOf(servicesAsked(index, asked), asked, asked.full ? fullServiceAtLocation : serviceAtLocation);
	},
	taxonomies: (_, query) => {
		const asked = readParameters(query, LISTS.taxonomies);
		return () => pageOf(TAXONOMIES.filter(isNamed(asked.search)), asked, (taxonomy) => taxonomy);
	},
	taxonomy_terms: (_, query) => {
		const asked = readParameters(query, LISTS.taxonomy_terms);
		const isOf = (term: { taxonomy_id: string }) => term.taxonomy_id === asked.taxonomy_id;
		return () => {
			const named = TAXONOMY_TERMS.filter(isNamed(asked.search));
			return pageOf(asked.taxonomy_id === undefined ? named : named.filter(isOf), asked, (term) => term);
		};
	}
};

/** One of each list, with all that belongs to it. */
const ones: Record<ListName, AskOne> = {
	services: (index, query, id) => {
		readParameters(query, none);
		const service = existing(published(index).serviceById.get(id));
		return () => fullService(service);
	},
	organizations: (index, query, id) => {
		const asked = readParameters(query, ONE_ORGANIZATION);
		const found = existing(published(index).organizationById.get(id));
		return () => fullOrganization(found, { withFullServices: asked.full_service });
	},
	service_at_locations: (index, query, id) => {
		readParameters(query, none);
		const service = existing(published(index).serviceByLink.get(id));
		return () => fullServiceAtLocation(service);
	},
	taxonomies: (_, query, id) => {
		readParameters(query, none);
		const taxonomy = existing(TAXONOMIES.find((one) => one.id === id));
		return () => taxonomy;
	},
	taxonomy_terms: (_, query, id) => {
		readParameters(query, none);
		const term = existing(TAXONOMY_TERMS.find((one) => one.id === id));
		return () => term;
	}
};

interface Asked {
	search?: string | undefined;
	taxonomy_id?: string | undefined;
	taxonomy_term_id?: string | undefined;
	/** Milliseconds; what changed at that very moment is told again. */
	modified_after?: number | undefined;
	organization_id?: string | undefined;
}

function servicesAsked(index: DirectoryIndex, asked: Asked): Service[] {
	const isFound = searchIn(index, asked.search);
	return published(index).services.filter(
		(one) =>
			isFound(one) &&
			isClassified({ kind: one.desk.owner.kind, isApproximate: one.desk.locationApproximate }, asked) &&
			isModified(one, asked) &&
			(asked.organization_id === undefined || one.desk.owner.id === asked.organization_id)
	);
}

function organizationsAsked(index: DirectoryIndex, asked: Asked): Organization[] {
	const isFound = searchIn(index, asked.search);
	return published(index).organizations.filter(
		(one) => isFound(one) && isClassified(one.government, asked) && isModified(one, asked)
	);
}

function isModified({ lastModified }: { lastModified: string }, { modified_after }: Asked): boolean {
	return modified_after === undefined || Date.parse(lastModified) >= modified_after;
}

function isNamed(search: string | undefined): (one: { name: string; description: string }) => boolean {
	const isIn = searching(search);
	return ({ name, description }) => isIn(slugOf(`${name} ${description}`));
}

function existing<Found>(found: Found | undefined): Found {
	if (found === undefined)
		throw new Problem(404, 'Not Found', {
			detail: 'There is nothing at this address. /api/v1/openapi.json describes what there is.'
		});
	return found;
}
