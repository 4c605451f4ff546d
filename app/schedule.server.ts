/** Recurring work, as a crontab of graphile-worker (UTC). */
export const crontab = '';
