/**
 * What tests have to know of each route, beside what the site does (src/lib/site/routes.server.ts): an address that leads
 * somewhere, its other states, and which of them a browser looks at. Nothing here is loaded from the site, but for types.
 */
import type { RouteId } from '../src/lib/site/routes.server.ts';

/** What the addresses of members' pages lead to. */
export interface Content {
	colleague: string;
	desk: string;
	change: string;
	import: string;
	request: string;
	message: string;
}

interface Visits {
	/** For its parameter, or several beside each other: something that exists, or that everybody may ask for. */
	example?: string;
	/** For its parameter, where members find something: what that is. */
	content?: keyof Content;
	/** Behind its path, what makes another page of it. `{colleague}` and the like stand for what there is. */
	states?: readonly string[];
	/** Of its path ('') and states, those whose colours and sizes a browser looks at: on a wide screen, and on a phone. */
	looks?: readonly string[];
	phoneLooks?: readonly string[];
}

type WithParameter = Extract<RouteId, `${string}[${string}`>;

const NOBODY = '00000000-0000-4000-8000-00000000dead';
const GENT = 'vrijwilligersloket-gent';
const CONFIRMATION = `?token_hash=${'a'.repeat(56)}&type=recovery`;

export const VISITS: Readonly<
	Partial<Record<RouteId, Visits>> & Record<WithParameter, Visits & { example: string }>
> = {
	'/(site)': {
		states: [
			'?q=zzqqxx',
			'?page=-1&provincie=xyz&provincie=limburg&loket=ja',
			'?gekozen=gent&provincie=oost-vlaanderen',
			'?provincie=limburg&gekozen=genk'
		],
		looks: ['?q=zzqqxx', '?page=-1&provincie=xyz&provincie=limburg&loket=ja'],
		phoneLooks: ['', '?provincie=limburg&gekozen=genk']
	},
	'/(site)/[...path]': { example: 'bestaat/niet' },
	'/(site)/besturen/[slug]': {
		example: 'gent',
		states: ['/../mesen', '/../zzqqxx'],
		looks: ['', '/../mesen', '/../zzqqxx'],
		phoneLooks: ['']
	},
	'/(site)/loketten': { states: ['?q=gent', '?q=9100'], looks: ['?q=gent', '?q=9100'] },
	'/(site)/loketten/[slug]': { example: GENT, looks: [''] },
	'/(site)/loketten/[slug].vcf': { example: GENT },
	'/(site)/loketten/[slug]/affiche': { example: GENT, looks: [''] },
	'/(site)/loketten/[slug]/melding': { example: GENT, looks: [''] },
	'/(site)/loketten/[slug]/melding/bedankt': { example: GENT },
	'/(site)/kennisbank': {
		states: ['?q=zzqqxx', '?q=vrijwiligers&soort=verhaal', '?soort=niets&resultaat=niet-gelukt&pagina=99'],
		looks: ['', '?q=zzqqxx'],
		phoneLooks: ['', '?q=zzqqxx']
	},
	'/(site)/kennisbank/[slug]': {
		example: 'ons-loket-op-de-markt',
		states: ['/../vijf-praktijken-vijf-gesprekken', '/../oproep-buurtinitiatieven', '/../zzqqxx'],
		looks: ['', '/../vijf-praktijken-vijf-gesprekken', '/../zzqqxx'],
		phoneLooks: ['', '/../oproep-buurtinitiatieven']
	},
	'/(site)/kennisbank/[slug]/[deel]': { example: 'vijf-praktijken-vijf-gesprekken/2', looks: [''] },
	'/(site)/provincies/[slug]': { example: 'oost-vlaanderen', looks: [''] },
	'/(site)/bijgewerkt': { looks: [''] },
	'/(site)/wat-doet-een-loket': { looks: [''] },
	'/(site)/geen-verbinding': { looks: [''], phoneLooks: [''] },
	'/(site)/over': { looks: [''] },
	'/(site)/api/v1': { looks: [''] },
	'/(site)/privacy': { looks: [''] },
	'/(site)/privacy/wie-ziet-wat': { looks: [''] },
	'/(site)/toegankelijkheid': { looks: [''] },
	'/(site)/contact': { states: ['?over=privacy'], looks: [''], phoneLooks: [''] },
	'/(site)/contact/bedankt': { looks: [''] },
	'/(site)/insluiten': { states: ['?wat=kaart'], looks: ['?wat=kaart'] },
	'/(site)/registreren': {
		states: ['?bestuur=gemeente-kruishoutem'],
		looks: ['?bestuur=gemeente-kruishoutem'],
		phoneLooks: ['?bestuur=gemeente-kruishoutem']
	},
	'/(site)/registreren/bevestig': { looks: [''], phoneLooks: [''] },
	'/(site)/aanmelden': {
		states: ['?next=/account'],
		looks: ['?next=/account'],
		phoneLooks: ['?next=/account']
	},
	'/(site)/wachtwoord': { looks: [''], phoneLooks: [''] },
	'/(site)/afmelden': { looks: [''], phoneLooks: [''] },
	'/(site)/afgemeld': { states: ['?overal=nee'], looks: ['?overal=nee'], phoneLooks: ['?overal=nee'] },
	'/(site)/auth/confirm': {
		states: [CONFIRMATION],
		looks: ['', CONFIRMATION],
		phoneLooks: ['', CONFIRMATION]
	},
	'/(site)/(leden)/account/mail': { states: ['?soort=digest'] },
	'/(site)/(leden)/account/volgen': { states: ['?thema=jongeren&gemeente=gent'] },
	'/(site)/(leden)/collegas': { states: ['?thema=loket-oprichten&q=bestaat+niet', '?thema=loket-oprichten'] },
	'/(site)/(leden)/collegas/[id]': { example: NOBODY, content: 'colleague' },
	'/(site)/(leden)/collegas/[id]/bericht': { example: NOBODY, content: 'colleague' },
	'/(site)/(leden)/collegas/melden': { states: ['?wie={colleague}'] },
	'/(site)/(leden)/collegas/zoals-wij': {
		states: [
			'?thema=werven&grootte=2&afstand=0',
			'?thema=&grootte=0&afstand=0&buren=0&provincie=0&deelname=0&loket=0&soort=0'
		]
	},
	'/(site)/(leden)/mijn-bestuur/loketten/[id]': { example: NOBODY, content: 'desk' },
	'/(site)/(leden)/mijn-bestuur/loketten/[id]/geschiedenis': { example: NOBODY, content: 'desk' },
	'/(site)/(leden)/mijn-bestuur/loketten/[id]/nakijken': { example: NOBODY, content: 'desk' },
	'/(site)/(leden)/mijn-bestuur/loketten/[id]/tonen': { example: NOBODY, content: 'desk' },
	'/(site)/(leden)/mijn-bestuur/wijzigingen/[id]': { example: NOBODY, content: 'change' },
	'/beheer/aanvragen': { states: ['?tab=onbevestigd&pagina=9'] },
	'/beheer/aanvragen/beslissen': {
		states: ['?besluit=afwijzen&account={request}', '?besluit=afwijzen']
	},
	'/beheer/berichten': { states: ['?lijst=answered', '?lijst=closed&pagina=9'] },
	'/beheer/berichten/[id]': {
		example: NOBODY,
		content: 'message',
		states: ['?klaar=opgenomen']
	},
	'/beheer/besturen/[slug]': { example: 'gemeente-gent', states: ['?domein=stad-gent.example'] },
	'/beheer/dekking': { states: ['?gekozen=gent', '?mist=alles&gekozen=atlantis'] },
	'/beheer/import/[id]': { example: NOBODY, content: 'import' },
	'/beheer/import/[id]/geweigerd.csv': { example: NOBODY },
	'/beheer/leden': { states: ['?q=colleague'] },
	'/beheer/leden/wijzigen': {
		states: ['?account={colleague}', '?account={colleague}&actie=suspend']
	},
	'/beheer/loketten': { states: ['?lijst=benaderd&q=gent'] },
	'/beheer/themas': { states: ['?thema=jongeren&klaar=bewaard'] },
	'/beheer/themas/samenvoegen': { states: ['?van=jongeren&bij=beleid'] },
	'/api/[...path]': { example: 'v1/bestaat/niet' },
	'/api/v1/hsds/[...path]': { example: 'services' },
	'/embed/loket': { states: ['?gemeente=gent', '?gemeente=bestaat-niet'] },
	'/embed/kaart': { states: ['?gemeente=gent'] },
	'/kaart/provincie/[slug].svg': { example: 'limburg' },
	'/kaart/[slug].png': { example: 'gent' },
	'/kaart/[slug].svg': { example: 'gent' }
};

/** What tests know of a route that is on disk. */
export const visitsOf = (id: string): Visits => VISITS[id as RouteId] ?? {};

/**
 * An address of a route.
 * @param value for its parameter
 * @throws when it has a parameter for which no value is known
 */
export function pathOf(id: string, value = visitsOf(id).example): string {
	const path = id.replaceAll(/\/\([^)]+\)/g, '') || '/';
	if (!path.includes('[')) return path;
	if (value === undefined) throw new Error(`${id} needs a value for its parameter.`);
	return path.replace(/\[[^\]]+\](\/\[[^\]]+\])*/, value);
}

/** What a browser looks at. */
export const addressesToLookAt = (screen: 'looks' | 'phoneLooks'): string[] =>
	Object.entries(VISITS).flatMap(([id, visits]) => (visits[screen] ?? []).map((look) => pathOf(id) + look));
