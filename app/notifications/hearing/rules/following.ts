/** Whether somebody hears of a thread's notes: more than of others, not at all, or as of any other. */
export const FOLLOWINGS = ['follows', 'muted', 'neither'] as const;

export type Following = (typeof FOLLOWINGS)[number];

/** As the row of one's following says it, where there is one. */
export const followingBy = (muted: boolean | null | undefined): Following =>
  muted == null ? 'neither' : muted ? 'muted' : 'follows';
