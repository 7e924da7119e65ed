/**
 * Remembers what was folded open or shut before the page became interactive. A fold whose state Svelte draws goes back to how
 * the server sent it: what somebody had just opened would close under their hands.
 * @returns folds it again, where the same fold still stands
 */
export function holdFolds(): () => void {
	const folds = [...document.querySelectorAll('details')].map((fold) => [fold, fold.open] as const);
	return () => {
		for (const [fold, isOpen] of folds) if (fold.isConnected) fold.open = isOpen;
	};
}
