/** Every page that somebody may open, in one language: all routes there are, and states of theirs that an address makes. */
import type { Account } from '../../src/lib/domain/account/account.ts';
import { factsOf, ROUTE_IDS, verdictFor } from '../../src/lib/site/routes.server.ts';
import { routesOnDisk } from '../policies/routes.ts';
import { pathOf, visitsOf, type Content } from '../routes.ts';

/** Of every kind of public page one, without language: what the sitemap has. */
export const PUBLIC_PAGES: readonly string[] = ROUTE_IDS.filter((id) => factsOf(id)?.sitemap).map((id) =>
	pathOf(id)
);

/** Set by `npm test -- --changed`: what pages begin with that are to be looked at; all of them without it. */
const ONLY = process.env.ONLY_ADDRESSES?.split(',');
export const isLookedAt = (address: string) => ONLY?.some((start) => address.startsWith(start)) ?? true;

/** Without language; those that lead on to another page are that page. */
export function addressesOf(account: Pick<Account, 'status' | 'role'> | null): string[] {
	return routesOnDisk()
		.filter(({ id, isPage }) => isPage && verdictFor(id, account) === 'open')
		.flatMap(({ id }) => {
			const { content, states = [] } = visitsOf(id);
			const path = content ? pathOf(id, `{${content}}`) : pathOf(id);
			return [path, ...states.map((state) => path + state)];
		})
		.filter(isLookedAt);
}

/** With what there is. */
export const addressFor = (address: string, content: Content): string =>
	address.replaceAll(/\{(\w+)\}/g, (_, name: keyof Content) => content[name]);
