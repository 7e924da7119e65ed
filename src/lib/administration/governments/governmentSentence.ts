/** What became of a decision about a government, in a sentence. */
import { withDe } from '$lib/domain/text/french';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { DomainOutcome, GovernmentResult, ParticipationOutcome } from './managedGovernment';

export function governmentSentence(
	result: GovernmentResult | { kind: 'invalid' } | { kind: 'failed'; id: string }
): { good: boolean; text: string } {
	switch (result.kind) {
		case 'failed':
			return { good: false, text: m.administration_failed({ id: result.id }) };
		case 'invalid':
			return { good: false, text: m.administration_invalid_form() };
		case 'participation':
			return {
				good: result.outcome === 'done',
				text: PARTICIPATION[result.outcome](withDe({ name: result.name }))
			};
		case 'withdrawn': {
			const good = result.outcome === 'done';
			return {
				good,
				text: good ? m.administration_domain_withdrawn(result) : DOMAIN.unchanged(about(result))
			};
		}
		case 'assigned':
			return { good: result.outcome === 'done', text: DOMAIN[result.outcome](about(result)) };
	}
}

interface About {
	name: string;
	domain: string;
	of: string;
}

const about = ({ name, domain, of = '' }: { name: string; domain: string; of?: string }): About => ({
	name,
	domain,
	of
});

const PARTICIPATION: Record<ParticipationOutcome, (about: { name: string; de_name: string }) => string> = {
	done: m.administration_participation_done,
	unchanged: m.administration_participation_unchanged,
	changed_meanwhile: m.administration_participation_changed_meanwhile,
	not_a_period: m.administration_participation_not_a_period,
	not_found: m.administration_government_not_found
};

const DOMAIN: Record<DomainOutcome, (about: About) => string> = {
	done: m.administration_domain_done,
	unchanged: m.administration_domain_unchanged,
	taken: m.administration_domain_taken,
	not_a_domain: m.administration_domain_not_a_domain,
	not_found: m.administration_government_not_found,
	free: m.administration_domain_free,
	foreign_letters: m.administration_domain_foreign_letters,
	lookalike: m.administration_domain_lookalike
};
