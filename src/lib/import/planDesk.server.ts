/** What one row of a file with desks would do. */
import { addressLine } from '../domain/place/addressLine.ts';
import { DuplicateIndex } from '../domain/desk/duplicateIndex.ts';
import { deskTraits, type DeskTraits } from '../domain/desk/likelyDuplicate.ts';
import { isPageOfSite } from '../domain/desk/deskSlug.ts';
import { slugOf } from '../domain/text/slug.ts';
import type { Column } from './importColumns.ts';
import type { PlannedRow, Remark } from './importPlan.ts';
import { booleanOf, CellProblem } from './cells.server.ts';
import { withoutNeutraliser } from '../base/http/csv.server.ts';
import { compareRow, isOlder, type Cells, type Comparison } from './compareRow.server.ts';
import { sameDesk, type ExistingDesk, type ExistingGovernment, type StateIndex } from './existing.server.ts';
import { deskFields } from './fields.server.ts';
import { findGovernment, successor } from './findGovernment.server.ts';
import { judgePin } from './judgePin.server.ts';
import { judgePostcode, withPlace } from './judgePostcode.server.ts';

export type RowPlan = Omit<PlannedRow, 'row' | 'cells' | 'isIncomplete'>;

/** Without these it cannot be told whether a desk is there already. */
const COMPARED = new Set<Column | undefined>(['naam', 'straat', 'postcode']);
const SLUG = /^(?=.{1,250}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Remembers the rows before, to refuse what a file says twice. @param explicit rows that name a desk, by its id */
export class DeskPlanner {
	readonly #index: StateIndex;
	readonly #fields = deskFields();
	readonly #explicit: ReadonlyMap<string, number>;
	readonly #claimed = new Map<string, number>();
	readonly #slugs = new Set<string>();
	readonly #counters = new Map<string, number>();
	readonly #fresh = new DuplicateIndex<{ row: number; traits: DeskTraits }>();

	constructor(index: StateIndex, explicit: ReadonlyMap<string, number>) {
		this.#index = index;
		this.#explicit = explicit;
	}

	/** @throws CellProblem when it cannot be told which desk is meant */
	plan(cells: Cells, row: number): RowPlan {
		const named = namedDesk(this.#index, cells);
		const owner = findGovernment(this.#index, cells, ['bestuur']);
		if (named) {
			if (owner && owner.government.id !== named.local_government_id) {
				throw new CellProblem('other_government', named.name);
			}
			return this.#change(named, cells, row);
		}
		if (!owner) throw new CellProblem('no_government');
		const plan = this.#other(owner.government, withPlace(this.#index, owner.government, cells), row);
		return { ...plan, warnings: [...successor(owner), ...plan.warnings] };
	}

	/** What else is wrong with a row of which it cannot be told which desk is meant. */
	faults(cells: Cells): Comparison {
		return compareRow(this.#fields, cells, null);
	}

	/** The same desk to the letter, one that is likely the same, or a new one. */
	#other(owner: ExistingGovernment, cells: Cells, row: number): RowPlan {
		const told = compareRow(this.#fields, cells, null);
		const compared = {
			name: String(told.content.name ?? ''),
			street: String(told.content.street ?? ''),
			postcode: String(told.content.postcode ?? '')
		};
		const isDeclaredNew = (cells.get('nieuw') ?? '') !== '' && booleanOf(cells.get('nieuw') ?? '');
		const isTold = told.problems.every(({ column }) => !COMPARED.has(column));
		if (!isTold) return refused(told, compared.name);
		const exact = this.#index.exact.get(sameDesk(owner.id, compared));
		if (exact) return this.#change(exact, cells, row);
		if (!isDeclaredNew) {
			const before = this.#fresh.find(owner.id, compared);
			if (before && !isNextDoor(before.traits, deskTraits(compared))) {
				throw new CellProblem('likely_repeated', String(before.row));
			}
			const likely = this.#index.duplicates.find(owner.id, compared);
			if (likely) return this.#likely(likely, cells, row);
		}
		return this.#create(owner, cells, told, row);
	}

	#likely(desk: ExistingDesk, cells: Cells, row: number): RowPlan {
		const before = this.#explicit.get(desk.id);
		if (before !== undefined) throw new CellProblem('likely_repeated', String(before));
		const plan = this.#change(desk, cells, row);
		if (plan.outcome === 'refused') return plan;
		const warning: Remark = {
			code: 'likely_duplicate',
			values: [desk.name, addressLine(desk)]
		};
		// One answer for all that are likely the same is not enough to put back what somebody has corrected since.
		const outcome = plan.outcome === 'older' ? 'older' : 'likely_duplicate';
		return { ...plan, outcome, warnings: [warning, ...plan.warnings] };
	}

	#change(desk: ExistingDesk, cells: Cells, row: number): RowPlan {
		const before = this.#claimed.get(desk.id);
		if (before !== undefined) throw new CellProblem('repeated', String(before));
		this.#claimed.set(desk.id, row);
		const told = compareRow(this.#fields, cells, desk);
		const owner = this.#index.governmentById.get(desk.local_government_id);
		const warnings = owner
			? [...judgePin(this.#index, owner, told, desk), ...judgePostcode(this.#index, owner, told, desk)]
			: [];
		const isChanged = told.changes.length > 0;
		if (told.problems.length > 0 || (!isChanged && told.leftOut.length > 0)) return refused(told, desk.name);
		return {
			outcome: !isChanged ? 'unchanged' : isOlder(cells, desk) ? 'older' : 'changed',
			label: desk.name,
			subjectId: desk.id,
			content: isChanged ? told.content : null,
			// Whatever is written, it was for the desk of that name.
			seen: isChanged
				? { ...told.seen, name: desk.name, local_government_id: desk.local_government_id }
				: null,
			changes: told.changes,
			problems: [],
			warnings: [...warnings, ...told.warnings, ...told.leftOut]
		};
	}

	#create(owner: ExistingGovernment, cells: Cells, told: Comparison, row: number): RowPlan {
		const name = String(told.content.name);
		if (told.problems.length > 0) return refused(told, name);
		const warnings = [
			...judgePin(this.#index, owner, told, null),
			...judgePostcode(this.#index, owner, told, null)
		];
		if (told.problems.length > 0) return refused(told, name);
		if (told.content.published === true && !takesPart(owner)) {
			warnings.push({ code: 'not_participating', values: [owner.name] });
		}
		const added = { name, street: String(told.content.street), postcode: String(told.content.postcode) };
		this.#fresh.add(owner.id, added, { row, traits: deskTraits(added) });
		const content = {
			languages: ['nl'],
			published: false,
			...told.content,
			slug: this.#slug(cells, name, owner),
			local_government_id: owner.id
		};
		return {
			outcome: 'new',
			label: name,
			subjectId: null,
			content,
			seen: null,
			changes: told.changes,
			problems: [],
			warnings: [...warnings, ...told.warnings, ...told.leftOut]
		};
	}

	#slug(cells: Cells, name: string, owner: ExistingGovernment): string {
		const asked = (cells.get('slug') ?? '').trim();
		if (asked !== '') {
			if (this.#slugs.has(asked)) throw new CellProblem('repeated', asked);
			this.#slugs.add(asked);
			return asked;
		}
		const place = slugOf(this.#index.municipality.get(owner.nis_code)?.name ?? '');
		const own = slugOf(name) || 'loket';
		const base = own.includes(place) ? own : `${own}-${place}`;
		for (let n = this.#counters.get(base) ?? 1; ; n++) {
			const slug = n === 1 ? base : `${base}-${n}`;
			if (isPageOfSite(slug) || this.#index.deskBySlug.has(slug) || this.#slugs.has(slug)) continue;
			this.#counters.set(base, n + 1);
			this.#slugs.add(slug);
			return slug;
		}
	}
}

/** The desk that a row names by id or slug; null when it names none, or a slug that is still free. */
export function namedDesk(index: StateIndex, cells: Cells): ExistingDesk | null {
	const id = withoutNeutraliser(cells.get('id') ?? '').trim();
	const slug = (cells.get('slug') ?? '').trim();
	if (id !== '') {
		const desk = index.deskById.get(id.toLowerCase());
		if (!desk) throw new CellProblem('unknown_id', id);
		if (slug !== '' && slug !== desk.slug) throw new CellProblem('keys_disagree', `${id}, ${slug}`);
		return desk;
	}
	if (slug === '') return null;
	if (!SLUG.test(slug) || isPageOfSite(slug)) throw new CellProblem('bad_slug', slug);
	return index.deskBySlug.get(slug) ?? null;
}

/** Two numbers in one street of one file are two houses, whatever the desks are called. */
const isNextDoor = (one: DeskTraits, other: DeskTraits): boolean =>
	one.postcode === other.postcode &&
	one.street === other.street &&
	one.houseNumber !== '' &&
	other.houseNumber !== '' &&
	one.houseNumber !== other.houseNumber;

const takesPart = ({ participating_since, participating_until }: ExistingGovernment): boolean =>
	participating_since !== null && participating_until === null;

/** With all that is wrong with it, so that it is mended at once. */
const refused = ({ problems, leftOut }: Comparison, label: string): RowPlan =>
	refusedRow(label, [...problems, ...leftOut]);

/** What a row is that writes nothing, and why. */
export const refusedRow = (label: string, problems: RowPlan['problems']): RowPlan => ({
	outcome: 'refused',
	label,
	subjectId: null,
	content: null,
	seen: null,
	changes: [],
	problems,
	warnings: []
});
