/** Everything the page of governments like ours shows, in the reader's language. */
import type { Locale, ProvinceSlug } from '$lib/domain/directory/directory';
import type { DirectoryIndex, MunicipalityEntry } from '$lib/domain/directory/directoryIndex';
import type { Topic } from '$lib/domain/colleague/expertise';
import { sortedTopics } from '$lib/domain/colleague/expertise';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import type { PeerQuery } from '$lib/domain/colleague/peerQuery';
import {
	comparable,
	mostPoints,
	othersThan,
	rankPeers,
	type Expertise,
	type PeerReason
} from '$lib/domain/colleague/peers';

/** What is known of colleagues, as far as who asks may see it. */
export interface PeerKnowledge {
	topics: readonly Topic[];
	ownSought: readonly string[];
	byNisCode: ReadonlyMap<string, Expertise>;
	colleagues: ReadonlyMap<string, number>;
}

export interface PeerItem {
	slug: string;
	name: string;
	province: ProvinceSlug;
	population: number;
	/** Whole points. */
	points: number;
	reasons: PeerReason[];
	/** Visible colleagues who work there. */
	colleagues: number;
}

interface ThemeView {
	slug: string;
	name: string;
	/** Visible colleagues elsewhere who offer it. */
	offered: number;
}

export interface PeersView {
	/** For which municipality. */
	slug: string;
	name: string;
	isOwn: boolean;
	/** All themes, by name. */
	themes: ThemeView[];
	/** Slugs of what the municipality looks for by itself. */
	usual: string[];
	/** Slugs of the themes that count, by name. */
	sought: string[];
	/** Of those, whether any colleague elsewhere offers, or looks for, one. */
	isOffered: boolean;
	isSoughtElsewhere: boolean;
	compared: number;
	/** Of the best ones, as many as were asked. */
	items: PeerItem[];
	/** All that got a point. */
	total: number;
	mostPoints: number;
}

/**
 * @param entry for which municipality
 * @param isOwn whether it is that of who asks: then their own themes count too
 * @param today ISO date
 */
export function peersView(
	index: DirectoryIndex,
	entry: MunicipalityEntry,
	isOwn: boolean,
	{ topics, ownSought, byNisCode, colleagues }: PeerKnowledge,
	{ thema, factors, aantal }: PeerQuery,
	locale: Locale,
	today: string
): PeersView {
	const others = othersThan(entry, index, byNisCode);
	const people = (direction: keyof Expertise, topic: string) =>
		others.reduce((sum, other) => sum + (other[direction].get(topic) ?? 0), 0);
	const themes = sortedTopics(topics, locale).map(({ slug, name }) => ({
		slug,
		name: name[locale],
		offered: people('offered', slug)
	}));
	const here = byNisCode.get(entry.municipality.nisCode)?.sought;
	const inOrder = (isWanted: (slug: string) => boolean) =>
		themes.map(({ slug }) => slug).filter((slug) => isWanted(slug));
	const usual = inOrder((slug) => (here?.get(slug) ?? 0) > 0 || (isOwn && ownSought.includes(slug)));
	const sought = thema === null ? usual : inOrder((slug) => thema.includes(slug));
	const own = { ...comparable(entry), sought };
	const peers = rankPeers(own, others, today, factors);
	return {
		slug: entry.municipality.slug,
		name: municipalityName(entry.municipality, locale),
		isOwn,
		themes,
		usual,
		sought,
		isOffered: sought.some((topic) => people('offered', topic) > 0),
		isSoughtElsewhere: sought.some((topic) => people('sought', topic) > 0),
		compared: others.length,
		items: peers.slice(0, aantal).flatMap(({ nisCode, score, reasons }) => {
			const municipality = index.byNisCode.get(nisCode)?.municipality;
			if (!municipality) return [];
			const { slug, province, population } = municipality;
			return {
				slug,
				name: municipalityName(municipality, locale),
				province,
				population,
				points: Math.round(score),
				reasons,
				colleagues: colleagues.get(nisCode) ?? 0
			};
		}),
		total: peers.length,
		mostPoints: mostPoints(own, factors)
	};
}
