/** The opening hours among the fields of the form of a desk. */
import { hoursErrors } from '$lib/editing/hoursErrors';
import { hoursDraft, hoursValue } from '$lib/editing/hoursDraft';
import { hoursFormAction, hoursFromForm } from '$lib/editing/hoursForm';
import type { SentHours } from '$lib/editing/sentHours';

export interface ReadHours extends SentHours {
	/** A button that only adds or removes a row was pressed. */
	isEdit: boolean;
	/** As the database has them; what the form began with while they are not sound. Empty for none. */
	value: string;
}

/** @param began what the form was opened with: as long as nothing was changed it is kept to the letter */
export function readHours(typed: FormData, began: string): ReadHours {
	const asked = hoursFormAction(typed);
	const draft = asked ?? hoursFromForm(typed);
	const errors = asked ? [] : hoursErrors(draft);
	const unchanged =
		JSON.stringify(draft) === JSON.stringify(hoursDraft(began || null, new Date().getFullYear()));
	return {
		isEdit: asked !== null,
		draft,
		errors,
		value: unchanged || errors.length > 0 || asked ? began : (hoursValue(draft) ?? '')
	};
}
