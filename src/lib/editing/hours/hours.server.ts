/** The opening hours among the fields of the form of a desk. */
import { belgianDate } from '$lib/domain/openingHours/brusselsTime';
import { saysTheSame } from '$lib/domain/openingHours/meaning';
import { hoursErrors } from './hoursErrors';
import { hoursDraft, hoursValue } from './hoursDraft';
import { hoursFormAction, hoursFromForm } from './hoursForm';
import type { SentHours } from './sentHours';

export interface ReadHours extends SentHours {
	/** A button that only adds or removes a row was pressed. */
	isEdit: boolean;
	/** As the database has them; what the form began with while they are not sound. Empty for none. */
	value: string;
}

/** As the form shows them that was not sent yet. @param value as the database has them; empty for none */
export const openedHours = (value: string): SentHours => ({
	draft: hoursDraft(value || null, belgianDate(new Date())),
	errors: []
});

/** @param began what the form was opened with: as long as nothing was changed it is kept to the letter */
export function readHours(typed: FormData, began: string): ReadHours {
	const today = belgianDate(new Date());
	const asked = hoursFormAction(typed, today);
	const draft = asked ?? hoursFromForm(typed);
	const errors = asked ? [] : hoursErrors(draft, today);
	const value = asked || errors.length > 0 ? began : (hoursValue(draft) ?? '');
	const unchanged = JSON.stringify(draft) === JSON.stringify(openedHours(began).draft);
	return {
		isEdit: asked !== null,
		draft,
		errors,
		// Only what is over is gone from hours that nobody touched.
		value: unchanged && saysTheSame(value, began) ? began : value
	};
}
