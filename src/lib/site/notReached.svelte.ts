/** The page that somebody wanted to go to while the site did not answer; null as long as every one came. */
export const notReached = $state<{ address: string | null }>({ address: null });
