import { refuseOtherThanData } from '$lib/site/pageData';

export { handleError } from '$lib/site/clientErrors';

export const init = (): void => {
	window.fetch = refuseOtherThanData(window.fetch);
};
