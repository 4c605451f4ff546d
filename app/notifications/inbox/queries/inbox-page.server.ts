import type { Cloth, Viewer } from '#app/access/proofs.ts';
import { together } from '#app/notifications/inbox/rows/all-occasions.server.ts';
import { arranged, type Group } from '#app/notifications/inbox/rules/arrangement.ts';
import {
  asShown,
  EARLIER_A_PAGE,
  inAddress,
  MANY,
  NEW_AT_ONCE,
  type Place,
} from '#app/notifications/inbox/rules/pages.ts';
import { dayAndTime, relative, since } from '#app/time/words.ts';
import { apart, beginning } from '#app/ui/apart.ts';
import { capital, countWord, numberWord, plural } from '#app/ui/words.ts';
import { type InboxItem, itemsOf } from './items.server.ts';

const TEXT = 160;

export interface InboxLine {
  title: string;
  text: string;
  to: string;
  /** 'new', '3 new'; null for what was read */
  fresh: string | null;
  /** the circle's name, where the line does not stand below it */
  of: string | null;
  /** ISO; in the viewer's words, and in full */
  at: string;
  when: string;
  full: string;
}

export interface InboxPart {
  /** what is for the viewer, what else is between them and others, or a circle */
  of: 'you' | 'between' | { id: number; name: string; cloth: Cloth };
  lines: InboxLine[];
  waits: string | null;
}

export interface InboxPage {
  title: string;
  lede: string | null;
  parts: InboxPart[];
  /** the first new line */
  next: { to: string; called: string } | null;
  /** what is new, as it was shown; the rest, when there is more, is what happened before */
  marking: { items: string; before: number | null } | null;
  /** where the lines before these are; null on the last page */
  older: string | null;
}

/** What an inbox holds, and whether its rows say truly what of it is held. */
export interface InboxRead {
  page: InboxPage;
  /** how much in it is new, two hundred at most */
  unread: number;
  isKeptTrue: boolean;
}

const newest = (which: string) => `
    (select u.circle_id, u.topic from inbox_item u
    where u.person_id = $1 and u.read_at is null and ${which}
    order by u.at desc limit $5)`;

const readBefore = (place: string) => `
    (select r.circle_id, r.topic from inbox_item r
    where r.person_id = $1 and r.read_at is not null ${place}
    order by r.at desc, coalesce(r.circle_id, 0), r.topic limit $4)`;

const among = (shown: string) => `(coalesce(i.circle_id, 0), i.topic) in (
  select coalesce(circle_id, 0), topic from (${shown}
  ) shown)`;

/** On the first page all that is new and held, and on each what was read. */
const FIRST = among(
  [newest('not u.held'), newest('u.held'), readBefore('')].join('\n    union all'),
);
const FURTHER = among(
  readBefore(
    'and r.at <= $5 and (r.at < $5 or (coalesce(r.circle_id, 0), r.topic) > ($6::bigint, $7::text))',
  ),
);

/** A page of an inbox. One round trip, whatever there is in it. */
export async function inboxPage(
  viewer: Viewer,
  place: Place | null,
  { now = new Date() }: { now?: Date } = {},
): Promise<InboxRead> {
  const of = place ? [new Date(place.at), place.circleId, place.topic] : [NEW_AT_ONCE];
  const items = await itemsOf(viewer, place ? FURTHER : FIRST, [EARLIER_A_PAGE + 1, ...of], {
    now,
  });
  const read = items.filter((item) => item.read);
  const earlier = read.slice(0, EARLIER_A_PAGE);
  const last = read.length > EARLIER_A_PAGE ? earlier.at(-1) : undefined;
  const fresh = items.filter((item) => !item.read && !item.held);
  const shown = items.filter((item) => !item.read || earlier.includes(item));
  const parts = arranged(shown);
  const first = parts.find(({ groups }) => groups[0]?.fresh)?.groups[0]?.items[0];
  const unread = place ? viewer.inbox.unread : fresh.length;
  return {
    unread,
    isKeptTrue:
      unread === viewer.inbox.unread &&
      items.every((item) => item.read || item.held === item.heldAsKept),
    page: {
      title: place ? 'Earlier' : titleOf(unread, fresh.at(-1)?.at, now, viewer.timeZone),
      lede: place ? null : ledeOf(fresh, items),
      parts: parts.map(({ of, groups, waits }) => ({
        of: typeof of === 'string' ? of : { id: of.id, name: of.name, cloth: of.cloth },
        lines: groups.map((group) => lineOf(group, of === 'you', viewer, now)),
        waits,
      })),
      next: first ? { to: first.to, called: first.called } : null,
      marking: first
        ? {
            items: asShown(fresh),
            before: fresh.length < NEW_AT_ONCE ? null : (fresh.at(-1)?.at.getTime() ?? null),
          }
        : null,
      older: last
        ? inAddress({ at: last.at.getTime(), circleId: last.circle?.id ?? 0, topic: last.topic })
        : null,
    },
  };
}

function lineOf(
  { fresh, items }: Group<InboxItem>,
  isForYou: boolean,
  { timeZone, memberships }: Viewer,
  now: Date,
): InboxLine {
  const [first] = items;
  const last = items[items.length - 1] ?? first;
  return {
    title: beginning(first.title, TEXT),
    text: beginning(items.length > 1 ? together(items) : first.text, TEXT),
    to: first.to,
    fresh: fresh ? (first.threadId === null ? 'new' : `${items.length} new`) : null,
    of: first.circle && isForYou && memberships.length > 1 ? apart(first.circle.name) : null,
    at: last.at.toISOString(),
    when: relative(last.at, now, timeZone),
    full: dayAndTime(last.at, timeZone, now),
  };
}

/** 'Nine things since Wednesday' */
function titleOf(unread: number, oldest: Date | undefined, now: Date, zone: string): string {
  if (!oldest) return 'Nothing new';
  const things =
    unread < MANY
      ? `${capital(numberWord(unread))} ${plural(unread, 'thing', 'things')}`
      : 'A hundred things or more';
  return `${things} ${since(oldest, now, zone)}`;
}

function ledeOf(fresh: readonly InboxItem[], items: readonly InboxItem[]): string | null {
  const yours = fresh.filter(({ forYou }) => forYou).length;
  if (yours > 0) {
    return yours === fresh.length
      ? `${plural(yours, 'It is', yours === 2 ? 'Both are' : 'All are')} for you.`
      : `${capital(countWord(yours))} ${plural(yours, 'is', 'are')} for you.`;
  }
  return fresh.length === 0 && items.some((item) => item.read) ? 'You’ve seen everything.' : null;
}
