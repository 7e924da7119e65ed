/** Visits to the built site by the people of the tests, and what they should not have read there. */
import type { Actor, Place } from '../../src/lib/domain/access/matrix.ts';
import { sightOfOthers, sightOfOwn } from '../../src/lib/domain/access/sight.ts';
import type { BuiltSite } from './builtSite.ts';
import { chose, type Person, type Player } from './people.ts';

/** Of nobody in particular, and for nobody to read in a page. */
export const SECRET = 'kanarie-geheim-x';
/** Of a desk that is not on the site: for who keeps the desks of Gent. */
export const OFFLINE = 'kanarie-loket-van-de-site-x';
const KEEPERS: readonly Actor[] = ['editor', 'admin'];
export const LANGUAGES = ['', '/fr', '/en'];

export interface Answer {
	status: number;
	location: string;
	/** Every byte: status line, headers and body. */
	bytes: string;
}

export interface Visits {
	ask(actor: Actor, path: string, init?: RequestInit): Promise<Answer>;
	/** What somebody got to read that the matrix keeps from them, anywhere. */
	leaks(actor: Actor, bytes: string): string[];
}

export function visits(site: BuiltSite, cast: Record<Actor, Player>, people: readonly Person[]): Visits {
	async function ask(actor: Actor, path: string, init: RequestInit = {}): Promise<Answer> {
		const { person } = cast[actor];
		const headers = new Headers({ ...(person ? { cookie: site.cookieOf(person) } : {}) });
		for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
		const response = await fetch(site.url + path, { ...init, headers, redirect: 'manual' });
		const text = await response.text();
		return {
			status: response.status,
			location: response.headers.get('location') ?? '',
			bytes: `${response.status}\n${[...response.headers].join('\n')}\n\n${text}`
		};
	}

	function leaks(actor: Actor, bytes: string): string[] {
		const found = bytes.includes(SECRET) && actor !== 'admin' ? [SECRET] : [];
		if (bytes.includes(OFFLINE) && !KEEPERS.includes(actor)) found.push(OFFLINE);
		// Taking a page's digits together takes longer than all the rest, and few pages have any of these numbers.
		const digits = BEGINNING_OF_A_PHONE.test(bytes) ? bare(bytes) : '';
		for (const person of people) {
			const isOwn = person.id === cast[actor].person?.id;
			const marks: Record<Place, string> = { ...person.marks, 'profile.id': person.id };
			for (const [place, mark] of Object.entries(marks)) {
				const isThere =
					place === 'profile.phone' ? digits.includes(mark.replace('+32', '')) : bytes.includes(mark);
				if (isThere && !mayRead(actor, person, place, isOwn)) found.push(`${place} of ${person.name}`);
			}
		}
		return found;
	}

	return { ask, leaks };
}

/** Of every phone number in people.ts, with whatever may stand between two digits. */
const BEGINNING_OF_A_PHONE = new RegExp([...'47591'].join(String.raw`[\s\u00a0\u202f./()-]*`));

/** A phone number may be written with spaces, dots and a zero in front. */
const bare = (text: string) => text.replaceAll(/[\s\u00a0\u202f./()-]/g, '');

function mayRead(actor: Actor, person: Person, place: Place, isOwn: boolean): boolean {
	if (isOwn) return sightOfOwn(place, actor) === 'yes';
	const sight = sightOfOthers(place, actor);
	return sight === 'yes' || (sight === 'chosen' && chose(person, place));
}
