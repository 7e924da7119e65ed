/** How links leave the frame: the whole page of the other site goes along, or a new window opens. */
import { getContext, setContext } from 'svelte';

const KEY = Symbol('leaving the frame');

/** @param isNewWindow as the address of the frame says, at any time */
export const setLeaving = (isNewWindow: () => boolean): void => void setContext(KEY, isNewWindow);

/** @returns whether a new window opens, at any time */
export const leavesInNewWindow = (): (() => boolean) =>
	getContext<(() => boolean) | undefined>(KEY) ?? (() => false);
