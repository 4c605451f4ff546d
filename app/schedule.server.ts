/** Recurring work, as a crontab of graphile-worker (UTC). */
export const crontab = `
43 2 * * * back-up ?max=3
17 3 * * * tidy-accounts
32 3 * * * tidy-shelves
47 3 * * * tidy-messages
52 3 * * * tidy-inboxes
57 3 * * * tidy-apart
27 4 * * 1 keep-clocks ?jobKey=keep-clocks
5 * * * * turn-seasons
25 * * * * ask-after
11 * * * * turn-asks
12 * * * * turn-not-nows
* * * * * send-due ?jobKey=send-due
8 * * * * release-held
2 * * * * turn-weeks
17 * * * * tend-series
*/5 * * * * sweep-polls ?jobKey=sweep-polls
14 * * * * give-turns
16 * * * * ask-unanswered
18 * * * * close-sessions
`;
