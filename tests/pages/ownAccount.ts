/** What tests of one's own account do. */
import type { Person, PersonOptions } from '../fixtures/people.ts';
import type { Seen } from './seen.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

/** Somebody approved, and whose browser. */
export async function signedIn(
	site: Pick<Site, 'person' | 'signIn'>,
	options: Partial<PersonOptions> = {}
): Promise<{ me: Person; visitor: Visitor }> {
	const me = await site.person({ fullName: 'Noor Voorbeeld', status: 'approved', ...options });
	return { me, visitor: await site.signIn(me) };
}

export const confirmation = (visitor: Visitor, heading: string): Seen =>
	visitor.getByRole('group', { name: heading });
