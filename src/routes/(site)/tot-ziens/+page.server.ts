/** Text and a link only: nothing for a script to do. */
export const csr = false;
