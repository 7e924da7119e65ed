import { m } from '$lib/base/i18n/paraglide/messages.js';
import { formatNumber } from '$lib/base/i18n/format';
import type { Cause, RowList } from './importPlan';

export const listLabel = (list: RowList): string =>
	({
		refused: m.import_outcome_refused,
		likely_duplicate: m.import_outcome_likely_duplicate,
		older: m.import_outcome_older,
		incomplete: m.import_outcome_incomplete,
		new: m.import_outcome_new,
		changed: m.import_outcome_changed,
		unchanged: m.import_outcome_unchanged
	})[list]();

/** "166 rijen: openingsuren niet begrepen" */
export function causeSentence({ code, column, rows }: Cause): string {
	const what = column
		? m.import_cause_in_column({ column })
		: (SENTENCES[code]?.() ?? m.import_cause_other());
	return m.import_cause({ count: rows, rows: formatNumber(rows), what });
}

const SENTENCES: Partial<Record<Cause['code'], () => string>> = {
	unknown_government: m.import_cause_unknown_government,
	no_government: m.import_cause_no_government,
	likely_repeated: m.import_cause_repeated,
	repeated: m.import_cause_repeated
};
