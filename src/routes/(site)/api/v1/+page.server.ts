import { ATTRIBUTION } from '$lib/api/licence.server';
import type { PageServerLoad } from './$types';

/** Text and links only: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = () => ({ attribution: ATTRIBUTION });
