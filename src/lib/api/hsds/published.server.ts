import { deskChangedAt, latestOf } from '$lib/domain/directory/changedAt';
import { oncePerDirectory, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { slugOf } from '$lib/domain/text/slug';
import { allDesks } from '../desks.server';
import { serviceAtLocationIdOf, type Organization, type Service } from './records.server';

interface Published {
	/** In name order. */
	services: Service[];
	/** Those that take part or keep a desk, in name order. */
	organizations: Organization[];
	serviceById: ReadonlyMap<string, Service>;
	serviceByLink: ReadonlyMap<string, Service>;
	organizationById: ReadonlyMap<string, Organization>;
}

/** What the standard's addresses show of one version of the directory. */
export const published = oncePerDirectory((index): Published => {
	const services = allDesks(index).flatMap((desk): Service[] => {
		const municipality = index.byNisCode.get(desk.owner.nisCode)?.municipality;
		if (!municipality) return [];
		// A service changes with all that is told about it.
		return [{ desk, municipality, lastModified: deskChangedAt(index, desk) }];
	});
	const organizations = organizationsOf(index, services);
	return {
		services,
		organizations,
		serviceById: new Map(services.map((service) => [service.desk.id, service])),
		serviceByLink: new Map(services.map((service) => [serviceAtLocationIdOf(service), service])),
		organizationById: new Map(organizations.map((one) => [one.government.id, one]))
	};
});

function organizationsOf({ entries }: DirectoryIndex, services: Service[]): Organization[] {
	const servicesOf = Map.groupBy(services, ({ desk }) => desk.owner.id);
	const order = new Intl.Collator('nl');
	return entries
		.flatMap(({ municipality, gemeente, ocmw }) =>
			[gemeente, ocmw]
				.filter((government) => government !== null)
				.map((government): Organization => {
					const own = servicesOf.get(government.id) ?? [];
					const changes = own.map(({ lastModified }) => lastModified);
					return {
						government,
						municipality,
						services: own,
						lastModified: latestOf([government.updatedAt, ...changes])
					};
				})
		)
		.filter(({ government, services }) => government.participatingSince !== null || services.length > 0)
		.sort((a, b) => order.compare(a.government.name, b.government.name));
}

/** The words that a search looks for, by what they are of. */
const searchedText = oncePerDirectory((index) => {
	const { services, organizations } = published(index);
	const texts = new WeakMap<Service | Organization, string>();
	for (const one of services) {
		const { name, description, street, postcode, place, owner } = one.desk;
		texts.set(one, slugs([name, description, street, postcode, place, owner.name, one.municipality.name.nl]));
	}
	for (const one of organizations)
		texts.set(one, slugs([one.government.name, one.government.description, one.municipality.name.nl]));
	return texts;
});

const slugs = (texts: (string | null)[]): string => texts.map((text) => slugOf(text ?? '')).join(' ');

/**
 * Whether all words of a search occur in a text made by `slugOf`: accents and case are one. Without a search everything
 * is found; one of nothing but signs finds nothing.
 */
export function searching(search: string | undefined): (slugs: string) => boolean {
	if (search === undefined || search.trim() === '') return () => true;
	const words = slugOf(search).split('-');
	return (slugs) => words.every((word) => word !== '' && slugs.includes(word));
}

/** The same for what is told of services and organizations. */
export function searchIn(
	index: DirectoryIndex,
	search: string | undefined
): (one: Service | Organization) => boolean {
	const isIn = searching(search);
	// Without a search the texts need not be made.
	return (one) => isIn(search === undefined ? '' : (searchedText(index).get(one) ?? ''));
}
