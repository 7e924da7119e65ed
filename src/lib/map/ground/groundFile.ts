/** Where the site has the tiles of the ground: a path that changes with what is in them. */
export { default as groundFile } from './ground.pmtiles?url';
