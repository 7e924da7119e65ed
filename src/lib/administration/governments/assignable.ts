/** Which domains may prove that somebody works for a government. */
import { emailJudge, type DomainOwner } from '$lib/domain/account/emailEvidence';

export type DomainVerdict =
	| { kind: 'assignable'; domain: string }
	| { kind: 'free' | 'foreign_letters' | 'not_a_domain'; domain: string }
	| { kind: 'lookalike'; domain: string; of: string };

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * @param typed a domain, or an address of which it is the end
 * @param governmentIds the one that is to get it, and the other of its municipality
 */
export function judgeDomain(
	typed: string,
	owners: readonly DomainOwner[],
	governmentIds: readonly string[],
	isFreeProvider: (domain: string) => boolean
): DomainVerdict {
	const domain = typed
		.slice(typed.lastIndexOf('@') + 1)
		.trim()
		.toLowerCase();
	// Letters of another alphabet read like these: nobody can tell afterwards which were meant.
	if (/[^\x20-\x7e]/.test(domain) || /(^|\.)xn--/.test(domain)) return { kind: 'foreign_letters', domain };
	if (domain.length > 253 || !DOMAIN.test(domain)) return { kind: 'not_a_domain', domain };
	const verdict = emailJudge(owners, isFreeProvider)(`x@${domain}`, governmentIds);
	if (verdict.kind === 'free') return { kind: 'free', domain };
	return verdict.kind === 'lookalike'
		? { kind: 'lookalike', domain, of: verdict.of }
		: { kind: 'assignable', domain };
}
