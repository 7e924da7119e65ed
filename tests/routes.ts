/**
 * What tests have to know of each route, beside what the site does (src/lib/server/http/routes.ts): an address that leads
 * somewhere, its other states, and which of them a browser looks at. Nothing here is loaded from the site, but for types.
 */
import type { RouteId } from '../src/lib/server/http/routes.ts';

/** What the addresses of members' pages lead to. */
export interface Content {
	colleague: string;
	desk: string;
	change: string;
	import: string;
	request: string;
}

interface Visits {
	/** For its parameter: something that exists, or that everybody may ask for. */
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
	'/(public)': {
		states: [
			'?q=zzqqxx',
			'?page=-1&provincie=xyz&provincie=limburg&loket=ja',
			'?gekozen=gent&provincie=oost-vlaanderen',
			'?provincie=limburg&gekozen=genk'
		],
		looks: ['?q=zzqqxx', '?page=-1&provincie=xyz&provincie=limburg&loket=ja'],
		phoneLooks: ['', '?provincie=limburg&gekozen=genk']
	},
	'/(public)/[...path]': { example: 'bestaat/niet' },
	'/(public)/besturen/[slug]': {
		example: 'gent',
		states: ['/../mesen', '/../zzqqxx'],
		looks: ['', '/../mesen', '/../zzqqxx'],
		phoneLooks: ['']
	},
	'/(public)/loketten': { states: ['?q=gent', '?q=9100'], looks: ['?q=gent', '?q=9100'] },
	'/(public)/loketten/[slug]': { example: GENT, looks: [''] },
	'/(public)/loketten/[slug].vcf': { example: GENT },
	'/(public)/loketten/[slug]/affiche': { example: GENT, looks: [''] },
	'/(public)/loketten/[slug]/melding': { example: GENT, looks: [''] },
	'/(public)/loketten/[slug]/melding/bedankt': { example: GENT },
	'/(public)/over': { looks: [''] },
	'/(public)/privacy': { looks: [''] },
	'/(public)/privacy/wie-ziet-wat': { looks: [''] },
	'/(public)/toegankelijkheid': { looks: [''] },
	'/(public)/contact': { looks: [''], phoneLooks: [''] },
	'/(public)/contact/bedankt': { looks: [''] },
	'/(public)/insluiten': { states: ['?wat=kaart'], looks: ['?wat=kaart'] },
	'/(public)/registreren': {
		states: ['?bestuur=gemeente-kruishoutem'],
		looks: ['?bestuur=gemeente-kruishoutem'],
		phoneLooks: ['?bestuur=gemeente-kruishoutem']
	},
	'/(public)/registreren/bevestig': { looks: [''], phoneLooks: [''] },
	'/(public)/aanmelden': {
		states: ['?next=/account'],
		looks: ['?next=/account'],
		phoneLooks: ['?next=/account']
	},
	'/(public)/wachtwoord': { looks: [''], phoneLooks: [''] },
	'/(public)/afmelden': { looks: [''], phoneLooks: [''] },
	'/(public)/afgemeld': { states: ['?overal=nee'], looks: ['?overal=nee'], phoneLooks: ['?overal=nee'] },
	'/(public)/auth/confirm': {
		states: [CONFIRMATION],
		looks: ['', CONFIRMATION],
		phoneLooks: ['', CONFIRMATION]
	},
	'/(leden)/account/volgen': { states: ['?thema=jongeren&gemeente=gent'] },
	'/(leden)/collegas': { states: ['?thema=loket-oprichten&q=bestaat+niet', '?thema=loket-oprichten'] },
	'/(leden)/collegas/[id]': { example: NOBODY, content: 'colleague' },
	'/(leden)/collegas/[id]/bericht': { example: NOBODY, content: 'colleague' },
	'/(leden)/collegas/melden': { states: ['?wie={colleague}'] },
	'/(leden)/collegas/zoals-wij': {
		states: [
			'?thema=werven&grootte=2&afstand=0',
			'?thema=&grootte=0&afstand=0&buren=0&provincie=0&deelname=0&loket=0&soort=0'
		]
	},
	'/(leden)/mijn-bestuur/loketten/[id]': { example: NOBODY, content: 'desk' },
	'/(leden)/mijn-bestuur/loketten/[id]/geschiedenis': { example: NOBODY, content: 'desk' },
	'/(leden)/mijn-bestuur/loketten/[id]/tonen': { example: NOBODY, content: 'desk' },
	'/(leden)/mijn-bestuur/wijzigingen/[id]': { example: NOBODY, content: 'change' },
	'/beheer/aanvragen': { states: ['?tab=onbevestigd&pagina=9'] },
	'/beheer/aanvragen/beslissen': {
		states: ['?besluit=afwijzen&account={request}', '?besluit=afwijzen']
	},
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
	return path.replace(/\[[^\]]+\]/, value);
}

/** What a browser looks at. */
export const addressesToLookAt = (screen: 'looks' | 'phoneLooks'): string[] =>
	Object.entries(VISITS).flatMap(([id, visits]) => (visits[screen] ?? []).map((look) => pathOf(id) + look));
