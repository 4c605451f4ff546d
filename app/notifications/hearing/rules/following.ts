/** Whether somebody hears of a thread's notes: more than of others, not at all, or as of any other. */
const FOLLOWINGS = ['follows', 'muted', 'neither'] as const;

export type Following = (typeof FOLLOWINGS)[number];
