/** An item as its page shows it: its texts made ready, and no Markdown sent along. */
import type { Prose, ProseHeading } from './prose';
import { contentsOf, readingMinutes } from './prose';
import { renderProse } from './prose.server';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { belgianDate } from '$lib/domain/openingHours/brusselsTime';
import type { ContactCard, Resource, ResourceBlock } from '$lib/domain/resource/resource';

/** A part with a heading of its own, which stands in the page under this id. */
export interface ResourcePart {
	id: 'gedaan' | 'kostte' | 'anders' | 'steun';
	prose: Prose;
}

export interface ChapterLine extends Omit<ResourceBlock, 'body'> {
	minutes: number;
}

type Texts = 'body' | 'tried' | 'cost' | 'nextTime' | 'support' | 'blocks';

export interface ResourceView extends Omit<Resource, Texts | 'card'> {
	/** With its number as people write it too. */
	card: (ContactCard & { readablePhone: string | null }) | null;
	/** Null where there is no text. */
	body: Prose | null;
	parts: ResourcePart[];
	chapters: ChapterLine[];
	/** Whole minutes, of all that stands on its page. */
	minutes: number;
	/** Headings of the text, as a table of contents has them; those of the parts come after them. */
	contents: ProseHeading[];
	/** Of calls: days left, the last one is 0; negative once it is closed. */
	daysLeft: number | null;
	/** Since when nobody said that it is still true, where that is long ago. ISO instant. */
	staleSince: string | null;
}

/** After so long a reader should know that nobody looked. */
const STALE_AFTER_DAYS = 730;
const DAY_MS = 86_400_000;

export function resourceView(resource: Resource, now: Date): ResourceView {
	const today = belgianDate(now);
	const { body, tried, cost, nextTime, support, blocks, card, ...rest } = resource;
	const { id, revision, language, deadline } = resource;
	const prose = (text: string, part: string, startsAt?: 3) =>
		renderProse(text, { id, revision, part, language, ...(startsAt ? { startsAt } : {}) });
	const parts = (
		[
			['gedaan', tried],
			['kostte', cost],
			['anders', nextTime],
			['steun', support]
		] as const
	).flatMap(([part, text]) => (text?.trim() ? [{ id: part, prose: prose(text, part, 3) }] : []));
	const told = body.trim() ? prose(body, 'tekst') : null;
	const lastLooked = resource.reviewedAt ?? resource.publishedAt;
	return {
		...rest,
		card: card && { ...card, readablePhone: card.phone && readablePhoneNumber(card.phone) },
		body: told,
		parts,
		chapters: blocks.map(({ body: text, ...line }) => ({ ...line, minutes: readingMinutes([text]) })),
		minutes: readingMinutes([resource.summary, body, tried, cost, nextTime, support]),
		contents: contentsOf(told?.headings ?? []),
		daysLeft: deadline === null ? null : Math.round((Date.parse(deadline) - Date.parse(today)) / DAY_MS),
		staleSince: now.getTime() - Date.parse(lastLooked) > STALE_AFTER_DAYS * DAY_MS ? lastLooked : null
	};
}

export interface ChapterView extends ChapterLine {
	prose: Prose;
	previous: ChapterLine | null;
	next: ChapterLine | null;
}

/** @param place 1-based @returns undefined where there is no such chapter */
export function chapterView(resource: Resource, view: ResourceView, place: number): ChapterView | undefined {
	const at = view.chapters.findIndex((chapter) => chapter.place === place);
	const line = view.chapters[at];
	const text = resource.blocks[at]?.body;
	if (!line || text === undefined) return undefined;
	const { id, revision, language } = resource;
	return {
		...line,
		prose: renderProse(text, { id, revision, part: `deel-${place}`, language }),
		previous: view.chapters[at - 1] ?? null,
		next: view.chapters[at + 1] ?? null
	};
}
