/** Every page that somebody may open, in one language: all routes there are, and states of theirs that an address makes. */
import type { Account } from '../../src/lib/domain/account.ts';
import { verdictFor } from '../../src/lib/domain/access/routes.ts';
import { pathOf, routesOnDisk } from '../policies/routes.ts';

/** What the addresses of members' pages lead to. */
export interface Content {
	colleague: string;
	desk: string;
	change: string;
	import: string;
	request: string;
}

/** Parameters of routes that lead somewhere for members. */
const CONTENT_OF: Readonly<Record<string, keyof Content>> = {
	'/(leden)/collegas/[id]': 'colleague',
	'/(leden)/collegas/[id]/bericht': 'colleague',
	'/(leden)/mijn-bestuur/loketten/[id]': 'desk',
	'/(leden)/mijn-bestuur/loketten/[id]/geschiedenis': 'desk',
	'/(leden)/mijn-bestuur/loketten/[id]/tonen': 'desk',
	'/(leden)/mijn-bestuur/wijzigingen/[id]': 'change',
	'/beheer/import/[id]': 'import'
};

/** By the route that they belong to. `{colleague}` and the like stand for what there is. */
const STATES: Readonly<Record<string, readonly string[]>> = {
	'/(public)': [
		'?q=zzqqxx',
		'?page=-1&provincie=xyz&provincie=limburg&loket=ja',
		'?gekozen=gent&provincie=oost-vlaanderen',
		'?provincie=limburg&gekozen=genk'
	],
	'/(public)/besturen/[slug]': ['/../mesen', '/../zzqqxx'],
	'/(public)/insluiten': ['?wat=kaart'],
	'/(public)/loketten': ['?q=gent', '?q=9100'],
	'/(public)/registreren': ['?bestuur=gemeente-kruishoutem'],
	'/(public)/aanmelden': ['?next=/account'],
	'/(public)/afgemeld': ['?overal=nee'],
	'/(public)/auth/confirm': [`?token_hash=${'a'.repeat(56)}&type=recovery`],
	'/(leden)/account/volgen': ['?thema=jongeren&gemeente=gent'],
	'/(leden)/collegas': ['?thema=loket-oprichten&q=bestaat+niet', '?thema=loket-oprichten'],
	'/(leden)/collegas/melden': ['?wie={colleague}'],
	'/(leden)/collegas/zoals-wij': [
		'?thema=werven&grootte=2&afstand=0',
		'?thema=&grootte=0&afstand=0&buren=0&provincie=0&deelname=0&loket=0&soort=0'
	],
	'/beheer/aanvragen': ['?tab=onbevestigd&pagina=9'],
	'/beheer/aanvragen/beslissen': ['?besluit=afwijzen&account={request}', '?besluit=afwijzen'],
	'/beheer/dekking': ['?gekozen=gent', '?mist=alles&gekozen=atlantis'],
	'/beheer/leden': ['?q=colleague'],
	'/beheer/leden/wijzigen': ['?account={colleague}', '?account={colleague}&actie=suspend'],
	'/beheer/loketten': ['?lijst=benaderd&q=gent'],
	'/beheer/themas': ['?thema=jongeren&klaar=bewaard'],
	'/beheer/themas/samenvoegen': ['?van=jongeren&bij=beleid'],
	'/embed/loket': ['?gemeente=gent', '?gemeente=bestaat-niet'],
	'/embed/kaart': ['?gemeente=gent']
};

/** Set by `npm test -- --changed`: what pages begin with that are to be looked at; all of them without it. */
const ONLY = process.env.ONLY_ADDRESSES?.split(',');
export const isLookedAt = (address: string) => ONLY?.some((start) => address.startsWith(start)) ?? true;

/** Without language; those that lead on to another page are that page. */
export function addressesOf(account: Pick<Account, 'status' | 'role'> | null): string[] {
	return routesOnDisk()
		.filter(({ id, isPage }) => isPage && verdictFor(id, account) === 'open')
		.flatMap(({ id }) => {
			const content = CONTENT_OF[id];
			const path = content
				? `${id.replaceAll(/\/\([^)]+\)/g, '').replace('[id]', `{${content}}`)}`
				: pathOf(id);
			return [path, ...(STATES[id] ?? []).map((state) => path + state)];
		})
		.filter(isLookedAt);
}

/** With what there is. */
export const addressFor = (address: string, content: Content): string =>
	address.replaceAll(/\{(\w+)\}/g, (_, name: keyof Content) => content[name]);
