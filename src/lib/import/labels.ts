import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { RowOutcome } from './importPlan';

export const outcomeLabel = (outcome: RowOutcome): string =>
	({
		refused: m.import_outcome_refused,
		likely_duplicate: m.import_outcome_likely_duplicate,
		older: m.import_outcome_older,
		new: m.import_outcome_new,
		changed: m.import_outcome_changed,
		unchanged: m.import_outcome_unchanged
	})[outcome]();
