/** What counts, and why somebody is like us, in the reader's language. */
import type { PeerReason, Criterion, Factor } from '$lib/domain/colleague/peers';
import type { Preset } from '$lib/domain/colleague/peerQuery';
import { formatDistance, formatList, formatNumber, yearOf } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';

export const criterionLabel = (criterion: Criterion): string =>
	({
		aanbod: m.peers_criterion_offered,
		grootte: m.peers_criterion_size,
		afstand: m.peers_criterion_distance,
		buren: m.peers_criterion_border,
		deelname: m.peers_criterion_since,
		loket: m.peers_criterion_desk,
		zoekt: m.peers_criterion_sought,
		provincie: m.peers_criterion_province,
		soort: m.peers_criterion_kinds
	})[criterion]();

export const factorLabel = (factor: Factor): string =>
	({ 0: m.peers_factor_none, 1: m.peers_factor_once, 2: m.peers_factor_twice })[factor]();

export const presetLabel = (preset: Preset): string =>
	({
		gewoon: m.peers_preset_usual,
		dichtbij: m.peers_preset_near,
		grootte: m.peers_preset_size,
		ervaring: m.peers_preset_experience
	})[preset]();

/** So near that one does not say which is larger. */
const ALIKE = 1.25;

/** What is told in the sentence about the place; of themes, which have lines of their own, nothing. @param own its name */
function reasonText(reason: PeerReason, own: string): string | null {
	switch (reason.criterion) {
		case 'grootte':
			if (reason.sameClass) return m.peers_reason_size_class();
			if (reason.ratio <= ALIKE && reason.ratio >= 1 / ALIKE) return m.peers_reason_size_alike();
			return reason.ratio > 1 ? m.peers_reason_size_larger() : m.peers_reason_size_smaller();
		case 'buren':
			return m.peers_reason_border();
		case 'afstand':
			return m.peers_reason_distance({ distance: formatDistance(reason.metres) });
		case 'provincie':
			return reason.province === 'brussel' ? m.peers_reason_brussels() : m.peers_reason_province();
		case 'deelname':
			return m.peers_reason_since({ year: yearOf(reason.since) });
		case 'soort':
			if (reason.kinds.length > 1) return m.peers_reason_kinds_both({ name: own });
			return reason.kinds.includes('ocmw')
				? m.peers_reason_kinds_ocmw({ name: own })
				: m.peers_reason_kinds_gemeente({ name: own });
		case 'loket':
			return m.peers_reason_desks({ count: reason.desks, shown: formatNumber(reason.desks) });
		case 'aanbod':
		case 'zoekt':
			return null;
	}
}

/** "Zelfde grootteklasse, buren, doet mee sinds 2019 en heeft een loket."; '' for nothing to tell. */
export function placeSentence(reasons: readonly PeerReason[], own: string): string {
	const parts = reasons.flatMap((reason) => reasonText(reason, own) ?? []);
	const text = formatList(parts);
	return text && `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}

/** The themes of ours that somebody has; nothing where that did not count, or is none. */
export const topicsOf = (reasons: readonly PeerReason[], criterion: 'aanbod' | 'zoekt'): string[] =>
	reasons.flatMap((reason) => (reason.criterion === criterion && 'topics' in reason ? reason.topics : []));
