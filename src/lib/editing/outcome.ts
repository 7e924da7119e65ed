/** What a form of upkeep hears back. Types only. */
import type { Done } from '$lib/domain/query/done';
import type { DeskView } from '$lib/directory/municipalityView';
import type { FormProblem } from '$lib/base/form/outcome';
import type { Part } from './content';

/** A place that an address may be. */
export interface FoundPlace {
	label: string;
	/** WGS84 degrees. */
	lon: number;
	lat: number;
	/** False for the middle of a town. */
	precise: boolean;
}

/** Something that may be a mistake, and may be meant. Names are of municipalities in the language of the page. */
export type Doubt =
	| { kind: 'outside'; own: string }
	| { kind: 'elsewhere'; own: string; there: string }
	/** Another address, and the pin where it was. */
	| { kind: 'address-moved' }
	/** A desk of the same government that is likely the same one. */
	| { kind: 'duplicate'; deskId: string; name: string; address: string };

/** What both wrote. */
export interface ConflictRow {
	part: Part;
	/** Before both; null when that is not known. Lines of text. */
	base: string[] | null;
	theirs: string[];
	own: string[];
}

export interface Conflict {
	kind: 'conflict';
	rows: ConflictRow[];
	/** What the other changed alone, and stands in the form by now. */
	taken: Part[];
	/** Who published the version in between, as far as they show themselves; null for nobody to name. */
	by: string | null;
	/** ISO instant. */
	at: string | null;
}

export type EditProblem =
	| FormProblem
	| Conflict
	/** What was edited is there no more, or was decided on. */
	| { kind: 'gone' }
	/** The database takes it for impossible. */
	| { kind: 'refused' }
	| { kind: 'too-often' };

export type DeskOutcome =
	| EditProblem
	| { kind: 'located'; place: FoundPlace; others: FoundPlace[] }
	| { kind: 'not-located' }
	/** `key` is what the form sends back when the person goes on nevertheless. */
	| { kind: 'doubts'; doubts: Doubt[]; key: string }
	| { kind: 'preview'; desk: DeskView };

/** What came of a click, told on the page that follows it. */
export const DONE = [
	'published',
	'waiting',
	'draft',
	'withdrawn',
	'shown',
	'hidden',
	'review-on',
	'review-off',
	'approved',
	'approved-off-site',
	'asked',
	'rejected',
	'confirmed',
	'restored'
] as const satisfies readonly Done[];
