/** Text and links only: nothing for a script to do. */
export const csr = false;
