/**
 * What there is to know of each route, in one place: who may open it, what its answer depends on, and who else has to do with
 * it. A route that is not named here is closed to everybody, and refused by a test.
 */
import type { RouteId as KnownRouteId } from '$app/types';
import type { Account } from '$lib/domain/account/account';
import type { Clock } from '$lib/base/http/responseCache.server';
import { verdictOn, type Audience, type Verdict } from '$lib/domain/access/audience';
import { deskQuery } from '$lib/domain/desk/deskQuery';
import { directoryQuery } from '$lib/domain/directory/directoryQuery';
import { resourceQuery } from '$lib/domain/resource/resourceQuery';
import { contactQuery } from '$lib/contact/contactQuery';
import { embedQuery } from '$lib/embed/embedQuery';
import { snippetQuery } from '$lib/embed/snippetChoice';
import type { Treatment } from '$lib/finder/offline';

export interface RouteFacts {
	audience: Audience;
	/** The parameters that its answer depends on; `all` where it refuses what it does not know, and a refusal is not kept. */
	reads?: readonly string[] | 'all';
	/** Its answer says whether a desk is open now. */
	followsClock?: true;
	/** Its answer is another one tomorrow: closures that are over, the clock of winter or summer. */
	followsDay?: true;
	/** It shows the knowledge base: its answer is another one after each change there. */
	showsContent?: true;
	/** In the sitemap, as a page that changes with the directory, the knowledge base, or only with a release. In that order. */
	sitemap?: 'directory' | 'content' | 'release';
	/** What the service worker does with it. */
	offline?: Treatment;
	/** May stand in a page of another site. */
	inFrames?: true;
	/** What is refused elsewhere: a body as large as a file, a form without an origin. */
	takes?: 'files' | 'mail programs';
	/** In no language, and never led on to one. */
	forMachines?: true;
}

/** By route id, as SvelteKit names the folders of `src/routes`. */
export const ROUTES = {
	'/(site)': { audience: 'everyone', reads: directoryQuery.names, followsClock: true, sitemap: 'directory' },
	'/(site)/loketten': {
		audience: 'everyone',
		reads: deskQuery.names,
		followsClock: true,
		sitemap: 'directory',
		offline: 'page'
	},
	'/(site)/provincies/[slug]': { audience: 'everyone', sitemap: 'directory' },
	'/(site)/bijgewerkt': { audience: 'everyone', sitemap: 'directory' },
	'/(site)/wat-doet-een-loket': { audience: 'everyone', sitemap: 'release' },
	'/(site)/over': { audience: 'everyone', sitemap: 'release' },
	'/(site)/privacy': { audience: 'everyone', sitemap: 'release' },
	'/(site)/privacy/wie-ziet-wat': { audience: 'everyone', sitemap: 'release' },
	'/(site)/toegankelijkheid': { audience: 'everyone', sitemap: 'release' },
	'/(site)/contact': { audience: 'everyone', reads: contactQuery.names, sitemap: 'release' },
	'/(site)/api/v1': { audience: 'everyone', sitemap: 'release' },
	'/(site)/insluiten': { audience: 'everyone', reads: snippetQuery.names, sitemap: 'release' },
	'/(site)/besturen/[slug]': {
		audience: 'everyone',
		showsContent: true,
		followsClock: true,
		sitemap: 'directory'
	},
	'/(site)/kennisbank': {
		audience: 'everyone',
		reads: resourceQuery.names,
		showsContent: true,
		sitemap: 'content'
	},
	'/(site)/kennisbank/[slug]': {
		audience: 'everyone',
		showsContent: true,
		followsDay: true,
		sitemap: 'content'
	},
	'/(site)/kennisbank/[slug]/[deel]': { audience: 'everyone', showsContent: true },
	'/(site)/kennisbank.atom': { audience: 'everyone', reads: resourceQuery.names, showsContent: true },
	'/(site)/loketten/[slug]': {
		audience: 'everyone',
		followsClock: true,
		sitemap: 'directory',
		offline: 'page'
	},
	'/(site)/[...path]': { audience: 'everyone' },
	'/(site)/bijgewerkt.xml': { audience: 'everyone' },
	'/(site)/aanmelden': { audience: 'everyone' },
	'/(site)/afgemeld': { audience: 'everyone' },
	'/(site)/afmelden': { audience: 'everyone' },
	'/(site)/auth/confirm': { audience: 'everyone' },
	'/(site)/contact/bedankt': { audience: 'everyone' },
	'/(site)/loketten/adres.json': { audience: 'everyone' },
	'/(site)/loketten/gegevens.json': { audience: 'everyone', offline: 'copy' },
	'/(site)/loketten/kaart.svg': {
		audience: 'everyone',
		reads: [...deskQuery.names, 'v', 'lang'],
		offline: 'picture'
	},
	'/(site)/loketten/nakijken': { audience: 'everyone' },
	'/(site)/loketten/[slug].vcf': { audience: 'everyone', followsDay: true },
	'/(site)/loketten/[slug]/affiche': { audience: 'everyone', followsDay: true },
	'/(site)/loketten/[slug]/melding': { audience: 'everyone' },
	'/(site)/loketten/[slug]/melding/bedankt': { audience: 'everyone' },
	'/(site)/registreren': { audience: 'everyone' },
	'/(site)/registreren/besturen.json': { audience: 'everyone', reads: ['q'] },
	'/(site)/registreren/bevestig': { audience: 'everyone' },
	'/(site)/geen-verbinding': { audience: 'everyone', offline: 'page' },
	'/(site)/manifest.webmanifest': { audience: 'everyone' },
	'/(site)/tot-ziens': { audience: 'everyone' },
	'/(site)/uitschrijven': { audience: 'everyone', takes: 'mail programs' },
	'/(site)/wachtwoord': { audience: 'everyone' },
	'/(site)/(leden)/account': { audience: 'session' },
	'/(site)/(leden)/account/als-bezoeker': { audience: 'open' },
	'/(site)/(leden)/account/blokkeren': { audience: 'approved' },
	'/(site)/(leden)/account/bestuur': { audience: 'open' },
	'/(site)/(leden)/account/expertise': { audience: 'open' },
	'/(site)/(leden)/account/gegevens.json': { audience: 'session' },
	'/(site)/(leden)/account/mail': { audience: 'session' },
	'/(site)/(leden)/account/pauze': { audience: 'open' },
	'/(site)/(leden)/account/toegang': { audience: 'open' },
	'/(site)/(leden)/account/verlaten': { audience: 'session' },
	'/(site)/(leden)/account/volgen': { audience: 'approved' },
	'/(site)/(leden)/collegas': { audience: 'approved' },
	'/(site)/(leden)/collegas/[id]': { audience: 'approved' },
	'/(site)/(leden)/collegas/[id]/bericht': { audience: 'approved' },
	'/(site)/(leden)/collegas/kaart.svg': { audience: 'approved' },
	'/(site)/(leden)/collegas/melden': { audience: 'approved' },
	'/(site)/(leden)/collegas/zoals-wij': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/gegevens': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/geschiedenis': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/loketten/[id]': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/loketten/[id]/geschiedenis': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/loketten/[id]/nakijken': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/loketten/[id]/tonen': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/loketten/nieuw': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/meldingen': { audience: 'approved' },
	'/(site)/(leden)/mijn-bestuur/wijzigingen/[id]': { audience: 'approved' },
	'/(site)/(leden)/wachtwoord/nieuw': { audience: 'session' },
	'/beheer': { audience: 'admin' },
	'/beheer/aanvragen': { audience: 'admin' },
	'/beheer/aanvragen/beslissen': { audience: 'admin' },
	'/beheer/berichten': { audience: 'admin' },
	'/beheer/berichten/[id]': { audience: 'admin' },
	'/beheer/besturen': { audience: 'admin' },
	'/beheer/besturen/[slug]': { audience: 'admin' },
	'/beheer/dekking': { audience: 'admin' },
	'/beheer/dekking/kaart.svg': { audience: 'admin' },
	'/beheer/export/besturen.csv': { audience: 'admin' },
	'/beheer/export/dekking.csv': { audience: 'admin' },
	'/beheer/export/loketten.csv': { audience: 'admin' },
	'/beheer/import': { audience: 'admin', takes: 'files' },
	'/beheer/import/[id]': { audience: 'admin' },
	'/beheer/import/[id]/geweigerd.csv': { audience: 'admin' },
	'/beheer/import/sjabloon.csv': { audience: 'admin' },
	'/beheer/import/voortgang': { audience: 'admin', takes: 'files' },
	'/beheer/leden': { audience: 'admin' },
	'/beheer/leden/wijzigen': { audience: 'admin' },
	'/beheer/logboek': { audience: 'admin' },
	'/beheer/loketten': { audience: 'admin' },
	'/beheer/loketten/samenvoegen': { audience: 'admin' },
	'/beheer/mail': { audience: 'admin' },
	'/beheer/meldingen': { audience: 'admin' },
	'/beheer/themas': { audience: 'admin' },
	'/beheer/themas/samenvoegen': { audience: 'admin' },
	'/.well-known/change-password': { audience: 'everyone', forMachines: true },
	'/.well-known/security.txt': { audience: 'everyone', forMachines: true },
	'/api/[...path]': { audience: 'everyone', reads: 'all', forMachines: true },
	'/api/v1/desks.csv': { audience: 'everyone', reads: 'all', forMachines: true },
	'/api/v1/desks.geojson': { audience: 'everyone', reads: 'all', forMachines: true },
	'/api/v1/hsds/[...path]': { audience: 'everyone', reads: 'all', followsDay: true, forMachines: true },
	'/api/v1/local-governments.csv': { audience: 'everyone', reads: 'all', forMachines: true },
	'/api/v1/local-governments.geojson': { audience: 'everyone', reads: 'all', forMachines: true },
	'/api/v1/municipalities.json': { audience: 'everyone', reads: 'all', forMachines: true },
	'/api/v1/openapi.json': { audience: 'everyone', reads: 'all', forMachines: true },
	'/auth/mail': { audience: 'everyone', forMachines: true },
	'/dev/mailbox': { audience: 'everyone' },
	'/dev/mailbox.json': { audience: 'everyone' },
	'/embed/kaart': { audience: 'everyone', reads: embedQuery.names, followsClock: true, inFrames: true },
	'/embed/loket': { audience: 'everyone', reads: embedQuery.names, followsClock: true, inFrames: true },
	'/healthz': { audience: 'everyone', reads: ['only'], forMachines: true },
	// Large, and drawn for who shares a link: kept by its own room, not among the pages.
	'/kaart/[slug].png': { audience: 'everyone' },
	'/kaart/[slug].svg': { audience: 'everyone', reads: ['taal', 'v'], offline: 'picture' },
	'/kaart/gegevens.json': { audience: 'everyone', reads: ['taal', 'v'], offline: 'copy' },
	'/kaart/provincie/[slug].svg': { audience: 'everyone', reads: ['v', 'lang'] },
	'/kaart/overzicht.svg': {
		audience: 'everyone',
		reads: [...directoryQuery.names, 'v', 'lang'],
		offline: 'picture'
	},
	// In parts of one file, which is too large to keep.
	'/kaart/straten.pmtiles': { audience: 'everyone', reads: ['v'] },
	'/robots.txt': { audience: 'everyone', forMachines: true },
	'/sitemap.xml': { audience: 'everyone', showsContent: true, forMachines: true }
} as const satisfies Partial<Record<KnownRouteId, RouteFacts>>;

export type RouteId = keyof typeof ROUTES;
export const ROUTE_IDS = Object.keys(ROUTES) as RouteId[];

/** @returns undefined for a route that nobody decided about */
export const factsOf = (routeId: string | null): RouteFacts | undefined =>
	routeId !== null && Object.hasOwn(ROUTES, routeId) ? ROUTES[routeId as RouteId] : undefined;

/** May this person open the page? */
export const verdictFor = (routeId: string, account: Pick<Account, 'status' | 'role'> | null): Verdict =>
	verdictOn(factsOf(routeId)?.audience, account);

/**
 * Whether a route reads all that this query holds. What it does not read is endless (`?utm_source=…`), and still stands in
 * the page: the links to the other languages take the query along. So such a page is not another one's.
 */
export function readsAll(routeId: string, query: URLSearchParams): boolean {
	const reads = factsOf(routeId)?.reads ?? [];
	return reads === 'all' || [...query.keys()].every((name) => reads.includes(name));
}

/** What an answer of this route is another one after. */
export function clockOf(routeId: string): Clock | undefined {
	const { followsClock, followsDay } = factsOf(routeId) ?? {};
	if (followsClock) return 'minute';
	return followsDay ? 'day' : undefined;
}

/** The path of a route, without its groups. */
export const pathOfRoute = (routeId: string): string => routeId.replaceAll(/\/\([^)]+\)/g, '') || '/';
