/** Recurring work, as a crontab of graphile-worker (UTC). */
export const crontab = `
17 3 * * * tidy-accounts
32 3 * * * tidy-shelves
5 * * * * turn-seasons
`;
