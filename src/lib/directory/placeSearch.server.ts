export { placeSearchOf } from '$lib/domain/place/placeSearch';
