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

/**
 * Two ways to look for what rests on luck: for tests that pass because this machine is quick, and for what the site does to
 * somebody who is sooner than its scripts. Neither is a stage of `npm test`; both are for a run of any tests by hand, and
 * every test has to pass in them as it does without.
 *
 * `E2E_SCRIPTS_LATE=2000` lets every script of the site come that many milliseconds late, on each page anew: the page is
 * there long before anything listens, also after `load`.
 */
export const scriptsLateMs = Number(process.env.E2E_SCRIPTS_LATE ?? 0);

/** `E2E_SLOWED=4` lets the browser work that many times slower, as on a cheap phone. */
export const slowedBy = Number(process.env.E2E_SLOWED ?? 1);
