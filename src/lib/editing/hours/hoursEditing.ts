import { createContext } from 'svelte';
import type { HoursEdit } from './hoursDraft';

interface Editing {
	/** Does what the button says, without sending the form. */
	edit(edit: HoursEdit): void;
	/** Of the form, when the page that comes back should show the editor; empty for the form's own. */
	readonly action: string;
}

/** What the buttons of the editor need of it. */
export const [editing, setEditing] = createContext<Editing>();
