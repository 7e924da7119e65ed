/** What the home page only shows for a search: somebody who comes to look around need not wait for it. */
export { default as NothingFound } from '$lib/directory/NothingFound.svelte';
export { default as PlaceAnswer } from '$lib/finder/PlaceAnswer.svelte';
