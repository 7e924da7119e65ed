/**
 * Who may open which page. Data is guarded by the database; this spares people a page that would be empty. A route that
 * is not named here is closed to everybody.
 */
import type { Account } from '../account.ts';

/** `session`: anybody signed in, whatever the status; `open`: waiting or approved; `approved`: with whatever role. */
export type Audience = 'everyone' | 'session' | 'open' | 'approved' | 'admin';

/** By route id, as SvelteKit names the folders of `src/routes`. */
export const ROUTES: Readonly<Record<string, Audience>> = {
	'/(public)': 'everyone',
	'/(public)/[...path]': 'everyone',
	'/(public)/aanmelden': 'everyone',
	'/(public)/afgemeld': 'everyone',
	'/(public)/afmelden': 'everyone',
	'/(public)/auth/confirm': 'everyone',
	'/(public)/besturen/[slug]': 'everyone',
	'/(public)/contact': 'everyone',
	'/(public)/contact/bedankt': 'everyone',
	'/(public)/loketten': 'everyone',
	'/(public)/loketten/adres.json': 'everyone',
	'/(public)/loketten/gegevens.json': 'everyone',
	'/(public)/loketten/kaart.svg': 'everyone',
	'/(public)/loketten/nakijken': 'everyone',
	'/(public)/insluiten': 'everyone',
	'/(public)/loketten/[slug]': 'everyone',
	'/(public)/loketten/[slug].vcf': 'everyone',
	'/(public)/loketten/[slug]/affiche': 'everyone',
	'/(public)/loketten/[slug]/melding': 'everyone',
	'/(public)/loketten/[slug]/melding/bedankt': 'everyone',
	'/(public)/over': 'everyone',
	'/(public)/privacy': 'everyone',
	'/(public)/privacy/wie-ziet-wat': 'everyone',
	'/(public)/registreren': 'everyone',
	'/(public)/registreren/besturen.json': 'everyone',
	'/(public)/registreren/bevestig': 'everyone',
	'/(public)/toegankelijkheid': 'everyone',
	'/(public)/tot-ziens': 'everyone',
	'/(public)/uitschrijven': 'everyone',
	'/(public)/wachtwoord': 'everyone',
	'/(leden)/account': 'session',
	'/(leden)/account/als-bezoeker': 'open',
	'/(leden)/account/blokkeren': 'approved',
	'/(leden)/account/bestuur': 'open',
	'/(leden)/account/expertise': 'open',
	'/(leden)/account/gegevens.json': 'session',
	'/(leden)/account/pauze': 'open',
	'/(leden)/account/toegang': 'open',
	'/(leden)/account/verlaten': 'session',
	'/(leden)/account/volgen': 'approved',
	'/(leden)/collegas': 'approved',
	'/(leden)/collegas/[id]': 'approved',
	'/(leden)/collegas/[id]/bericht': 'approved',
	'/(leden)/collegas/kaart.svg': 'approved',
	'/(leden)/collegas/melden': 'approved',
	'/(leden)/collegas/zoals-wij': 'approved',
	'/(leden)/mijn-bestuur': 'approved',
	'/(leden)/mijn-bestuur/gegevens': 'approved',
	'/(leden)/mijn-bestuur/geschiedenis': 'approved',
	'/(leden)/mijn-bestuur/loketten/[id]': 'approved',
	'/(leden)/mijn-bestuur/loketten/[id]/geschiedenis': 'approved',
	'/(leden)/mijn-bestuur/loketten/[id]/tonen': 'approved',
	'/(leden)/mijn-bestuur/loketten/nieuw': 'approved',
	'/(leden)/mijn-bestuur/meldingen': 'approved',
	'/(leden)/mijn-bestuur/wijzigingen/[id]': 'approved',
	'/(leden)/wachtwoord/nieuw': 'session',
	'/beheer': 'admin',
	'/beheer/aanvragen': 'admin',
	'/beheer/aanvragen/beslissen': 'admin',
	'/beheer/dekking': 'admin',
	'/beheer/dekking/kaart.svg': 'admin',
	'/beheer/export/besturen.csv': 'admin',
	'/beheer/export/dekking.csv': 'admin',
	'/beheer/export/loketten.csv': 'admin',
	'/beheer/import': 'admin',
	'/beheer/import/[id]': 'admin',
	'/beheer/import/[id]/geweigerd.csv': 'admin',
	'/beheer/import/sjabloon.csv': 'admin',
	'/beheer/import/voortgang': 'admin',
	'/beheer/leden': 'admin',
	'/beheer/leden/wijzigen': 'admin',
	'/beheer/logboek': 'admin',
	'/beheer/loketten': 'admin',
	'/beheer/loketten/samenvoegen': 'admin',
	'/beheer/mail': 'admin',
	'/beheer/meldingen': 'admin',
	'/beheer/themas': 'admin',
	'/beheer/themas/samenvoegen': 'admin',
	'/.well-known/security.txt': 'everyone',
	'/api/[...path]': 'everyone',
	'/api/v1/desks.csv': 'everyone',
	'/api/v1/desks.geojson': 'everyone',
	'/api/v1/hsds/[...path]': 'everyone',
	'/api/v1/local-governments.geojson': 'everyone',
	'/api/v1/municipalities.json': 'everyone',
	'/api/v1/openapi.json': 'everyone',
	'/dev/mailbox': 'everyone',
	'/dev/mailbox.json': 'everyone',
	'/embed/kaart': 'everyone',
	'/embed/loket': 'everyone',
	'/healthz': 'everyone',
	'/kaart/[slug].svg': 'everyone',
	'/kaart/gegevens.json': 'everyone',
	'/kaart/overzicht.svg': 'everyone',
	'/robots.txt': 'everyone',
	'/sitemap.xml': 'everyone'
};

/** May this person open the page? `signIn`: not yet, but perhaps after signing in. */
export function verdictFor(
	routeId: string,
	account: Pick<Account, 'status' | 'role'> | null
): 'open' | 'signIn' | 'closed' {
	const audience = ROUTES[routeId];
	if (audience === undefined) return 'closed';
	if (audience === 'everyone') return 'open';
	if (account === null) return 'signIn';
	if (audience === 'session') return 'open';
	if (audience === 'open') {
		return account.status === 'pending' || account.status === 'approved' ? 'open' : 'closed';
	}
	if (account.status !== 'approved') return 'closed';
	return audience === 'approved' || account.role === 'admin' ? 'open' : 'closed';
}
