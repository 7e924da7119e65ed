export { placeSearchOf } from '$lib/domain/placeSearch';
