/**
 * Remembers what was chosen before the page became interactive. Nobody listened to it then, and a box that Svelte draws
 * goes back to how the server sent it: on a slow line a filter that somebody ticked would neither count nor stay.
 * @returns makes those choices again, where the same control still stands
 */
export function holdChoices(): () => void {
	const controls = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
		'select, input[type=checkbox], input[type=radio]'
	);
	const again = [...controls].map(choiceAt).filter((choice) => choice !== undefined);
	return () => {
		for (const [control, choose] of again) {
			if (!control.isConnected) continue;
			choose();
			control.dispatchEvent(new Event('input', { bubbles: true }));
			control.dispatchEvent(new Event('change', { bubbles: true }));
		}
	};
}

type Choice = [control: HTMLElement, choose: () => void];

/** Undefined for a control that is as the server sent it, and for a radio button that another one took the place of. */
function choiceAt(control: HTMLInputElement | HTMLSelectElement): Choice | undefined {
	if (control instanceof HTMLSelectElement) {
		const { value, options } = control;
		const sent = [...options].find(({ defaultSelected }) => defaultSelected) ?? options[0];
		return sent?.value === value ? undefined : [control, () => (control.value = value)];
	}
	const { checked, defaultChecked, type } = control;
	if (checked === defaultChecked || (type === 'radio' && !checked)) return undefined;
	return [control, () => (control.checked = checked)];
}
