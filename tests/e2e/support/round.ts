/**
 * Which tests run, on which site. In the main round each worker has its own, over `SUPABASE_URL`, put back before every
 * test. In the smoke round (`E2E_ROUND=smoke`) some tests of every subject visit what cannot be put back: a site with the
 * backend inside, one on the Supabase that `E2E_SUPABASE_URL` and its keys name, or the one that runs at `E2E_URL`.
 */
export const isSmokeRound = process.env.E2E_ROUND === 'smoke';

export const runningSite = isSmokeRound ? process.env.E2E_URL?.replace(/\/$/, '') : undefined;
export const foreignSupabase = isSmokeRound && !runningSite ? process.env.E2E_SUPABASE_URL : undefined;

/** One database for all workers: they would send one another's mail. */
export const isShared = Boolean(runningSite || foreignSupabase);

/** Mail stays on the machine and the site shows it: there is no mail server. */
export const hasMailbox = isSmokeRound && !foreignSupabase;
