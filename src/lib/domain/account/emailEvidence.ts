/** What an e-mail address says about whom somebody works for: evidence for who decides, never a decision. */
import { domainToUnicode } from 'node:url';
import { remove as withoutConfusables } from 'confusables';
import { distance } from 'fastest-levenshtein';

export interface DomainOwner {
	/** Lower case, ASCII. */
	domain: string;
	localGovernmentId: string;
}

export type EmailVerdict =
	/** A domain of the local government itself, or a subdomain of it. */
	| { kind: 'own'; domain: string }
	/** A domain of other local governments. */
	| { kind: 'other'; domain: string; localGovernmentIds: string[] }
	/** Anybody can get an address there. */
	| { kind: 'free'; domain: string }
	/** Easily taken for `of`, a domain that belongs to a local government. */
	| { kind: 'lookalike'; domain: string; of: string }
	/** `mixed`: written with letters of several alphabets. */
	| { kind: 'unknown'; domain: string; mixed: boolean };

/**
 * Reads the owners once, for any number of addresses.
 * @param isFreeProvider of a domain in lower case, ASCII
 * @returns judges one address. Gemeente and OCMW of one municipality often share their addresses, so both ids are own.
 *   `domain` in the verdict is how it reads: "gеnt.be" rather than "xn--gnt-bdd.be".
 */
export function emailJudge(
	owners: readonly DomainOwner[],
	isFreeProvider: (domain: string) => boolean
): (address: string, ownGovernmentIds: readonly string[]) => EmailVerdict {
	const known = owners.map((owner) => ({ ...owner, skeleton: skeleton(owner.domain) }));

	return (address, ownGovernmentIds) => {
		const host = address
			.slice(address.lastIndexOf('@') + 1)
			.trim()
			.toLowerCase();
		const domain = readable(host);
		const isOwn = ({ localGovernmentId }: DomainOwner) => ownGovernmentIds.includes(localGovernmentId);
		const holders = known.filter((owner) => host === owner.domain || host.endsWith(`.${owner.domain}`));
		if (holders.some(isOwn)) return { kind: 'own', domain };
		if (holders.length > 0) {
			const ids = new Set(holders.map(({ localGovernmentId }) => localGovernmentId));
			return { kind: 'other', domain, localGovernmentIds: [...ids] };
		}
		if (withParents(endOf(host)).some(isFreeProvider)) return { kind: 'free', domain };

		// Whoever imitates most likely imitates the government that the request names.
		const own = known.filter(isOwn);
		const parts = withParents(endOf(domain)).map((part) => ({ part, skeleton: skeleton(part) }));
		const imitated = [...own, ...known].find(
			(owner) => `.${domain}`.includes(`.${owner.domain}.`) || parts.some((part) => looksLike(part, owner))
		);
		if (imitated) return { kind: 'lookalike', domain, of: imitated.domain };
		return { kind: 'unknown', domain, mixed: isMixed(domain) };
	};
}

/** As much of a domain as is compared: whoever pads it with labels, pads in front. */
const LABELS_COMPARED = 4;
const LETTERS_COMPARED = 100;

/** What stands at the end of a domain, for comparing. */
const endOf = (domain: string): string =>
	domain.split('.').slice(-LABELS_COMPARED).join('.').slice(-LETTERS_COMPARED);

/** An address that Node cannot read stays as it is. */
const readable = (host: string): string => domainToUnicode(host) || host;

/** "a.b.be" → "a.b.be", "b.be" */
function withParents(host: string): string[] {
	const labels = host.split('.');
	return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
}

/** gеnt.be with a letter of another alphabet, gent.com, gennt.be */
function looksLike(
	seen: { part: string; skeleton: string },
	known: { domain: string; skeleton: string }
): boolean {
	return (
		seen.skeleton === known.skeleton ||
		nameOf(seen.skeleton) === nameOf(known.skeleton) ||
		distance(seen.part, known.domain) === 1
	);
}

/** Without the last label: "gent" of "gent.be". */
const nameOf = (domain: string): string => domain.slice(0, domain.lastIndexOf('.'));

/** Pairs that look alike within ASCII, which the list of confusable letters leaves alone. */
const ALIKE: readonly [RegExp, string][] = [
	[/rn/g, 'm'],
	[/vv/g, 'w'],
	[/[1i]/g, 'l'],
	[/0/g, 'o'],
	// gemeente-gent.be and gemeentegent.be
	[/-/g, '']
];

/**
 * Equal for domains that a hasty reader takes for one another. The list of letters is a package's: a domain can carry some
 * 1,100 that look like an ASCII one (100 Cyrillic, 111 Greek), more than is well kept by hand.
 */
function skeleton(domain: string): string {
	const plain = withoutConfusables(domain.normalize('NFKC'))
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase();
	return ALIKE.reduce((text, [pattern, seenAs]) => text.replace(pattern, seenAs), plain);
}

const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

const isMixed = (domain: string): boolean =>
	domain.split('.').some((label) => ALPHABETS.filter((alphabet) => alphabet.test(label)).length > 1);
