/** Which domains may prove that somebody works for a government. */
import { emailJudge, type DomainOwner } from '$lib/domain/account/emailEvidence';

export type DomainVerdict =
	| { kind: 'assignable'; domain: string }
	| { kind: 'free' | 'foreign_letters' | 'not_a_domain'; domain: string }
	| { kind: 'lookalike'; domain: string; of: string };

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

interface Providers {
	isFreeProvider: (domain: string) => boolean;
	/** Whether a provider is below it: then it is nobody's, as co.uk is. */
	isAboveProvider: (domain: string) => boolean;
}

/**
 * @param typed a domain, or an address of which it is the end
 * @param to the one that is to get it, with the other of its municipality, and the slug of the municipality
 */
export function judgeDomain(
	typed: string,
	owners: readonly DomainOwner[],
	to: { governmentIds: readonly string[]; municipality: string | null },
	{ isFreeProvider, isAboveProvider }: Providers
): DomainVerdict {
	const domain = typed
		.slice(typed.lastIndexOf('@') + 1)
		.trim()
		.toLowerCase();
	// Letters of another alphabet read like these: nobody can tell afterwards which were meant.
	if (/[^\x20-\x7e]/.test(domain) || /(^|\.)xn--/.test(domain)) return { kind: 'foreign_letters', domain };
	if (domain.length > 253 || !DOMAIN.test(domain)) return { kind: 'not_a_domain', domain };
	if (isAboveProvider(domain)) return { kind: 'free', domain };
	const verdict = emailJudge(owners, isFreeProvider)(`x@${domain}`, to.governmentIds);
	if (verdict.kind === 'free') return { kind: 'free', domain };
	// Genk is no imitation of Gent: ten such pairs have their own names, one letter apart.
	if (domain === `${to.municipality}.be`) return { kind: 'assignable', domain };
	return verdict.kind === 'lookalike'
		? { kind: 'lookalike', domain, of: verdict.of }
		: { kind: 'assignable', domain };
}
