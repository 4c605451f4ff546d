import type { Notice } from '#app/ui/page/notice-line.tsx';
import {
  addressOfFollowing,
  addressOfHearLink,
  addressOfVolume,
  BETWEEN_VOLUME,
  HEARING,
} from './hearing/addresses.ts';
import { addressOfUnmarking } from './inbox/addresses.ts';

type NotificationNotices = typeof notices;

declare module '#app/platform/notice.server.ts' {
  interface Notices extends NotificationNotices {}
}

/**
 * `circle/moment`, or in place of a circle the token of a mail's link, `~token/moment`, or what is
 * between people, `~/moment`.
 */
const volumeUndo = {
  label: 'Undo',
  action: (param: string) => {
    const [of = '', at = ''] = param.split('/');
    if (of === '~') return `${BETWEEN_VOLUME}/undoing?at=${at}`;
    return of.startsWith('~')
      ? `${addressOfHearLink(of.slice(1))}?undo=${at}`
      : `${addressOfVolume(of)}/undoing?at=${at}`;
  },
};

/** `circle/thread/before/page`, or `~token/before`. */
const followingUndo = {
  label: 'Undo',
  action: (param: string) => {
    const [of = '', ...more] = param.split('/');
    if (of.startsWith('~')) return `${addressOfHearLink(of.slice(1))}?set=${more[0]}`;
    const [thread = '', to = '', back = ''] = more;
    return `${addressOfFollowing(of, thread)}?to=${to}&back=${back}`;
  },
};

/** What is said after an act of this room, by code. */
export const notices = {
  'hears-everything': {
    words: 'From now on you hear everything.',
    mail: 'Mail comes about what you haven’t seen here.',
    undo: volumeUndo,
  },
  'hears-concerns': {
    words: 'From now on you hear what concerns you.',
    mail: 'Mail comes about what you haven’t seen here.',
    undo: volumeUndo,
  },
  'hears-digest': { words: 'From now on all of it comes in your digest.', undo: volumeUndo },
  'hears-nothing': {
    words: 'From now on no mail comes of it. Everything waits in your inbox.',
    undo: volumeUndo,
  },
  'hears-as-before': { words: 'As it was before.' },
  'hears-the-same': { words: 'It was so already.' },
  'thread-follows': { words: 'You follow this thread now.', undo: followingUndo },
  'thread-muted': {
    words: 'Muted. You hear no more of this thread until you write in it.',
    undo: followingUndo,
  },
  'thread-neither': { words: 'You hear of this thread as of any other.', undo: followingUndo },
  'hours-saved': {
    words: 'Your hours are saved. What waits for you keeps to them, too.',
    undo: { label: 'Undo', action: (param) => `${HEARING}/undoing?hours=${param}` },
  },
  'hours-changed-since': {
    words: 'Your hours were changed again since, so they stay as they are.',
    stays: true,
  },
  'inbox-read': {
    words: 'Marked as read.',
    undo: { label: 'Undo', action: addressOfUnmarking },
  },
  'inbox-none-new': { words: 'Nothing was new any more.' },
  'inbox-new-again': { words: 'As new as it was.' },
} satisfies Record<string, Notice>;
