export { handleError } from '$lib/site/clientErrors';
