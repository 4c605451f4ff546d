import { dayIn, shortDayIn, timeIn } from '#app/time/words.ts';
import { capital, countWord, plural } from '#app/ui/words.ts';
import { oneThread, type Part, type Told } from './rules/arranged.ts';

/** What a mail that tells of several things says of them. */
export interface BundleSays {
  /** whether it comes at its reader's hours, rather than when something waited long enough */
  digest: boolean;
  parts: readonly Part[];
  zone: string;
  now: Date;
}

const linesOf = (parts: readonly Part[]): Told[] =>
  parts.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines));

const things = (n: number) => `${countWord(n)} ${plural(n, 'thing', 'things')}`;

const namesOf = (parts: readonly Part[]): string[] => [
  ...new Map(
    linesOf(parts).flatMap(({ circle }) => (circle ? [[circle.id, circle.name]] : [])),
  ).values(),
];

/** 'Tuesday leads', 'three circles'; null where some of it is in no circle. */
function circlesOf(parts: readonly Part[]): string | null {
  if (linesOf(parts).some(({ circle }) => circle === null)) return null;
  const [name = '', ...others] = namesOf(parts);
  return others.length === 0 ? name : `${countWord(others.length + 1)} circles`;
}

/** Why somebody gets it. */
export function reasonOf({ parts }: BundleSays): string {
  const names = namesOf(parts);
  const last = names.pop();
  const circles = names.length > 0 ? `${names.join(', ')} and ${last}` : last;
  const between = 'it is about an ask or a conversation of yours';
  if (circles === undefined) return `You get this because ${between}.`;
  const also = circlesOf(parts) === null ? `, and because some of ${between}` : '';
  return `You get this because you are in ${circles}${also}.`;
}

/** 'Rui answered you, and 4 more in Tuesday leads': what matters most, and how much else there is. */
export function subjectOf({ parts, digest }: BundleSays): string {
  const lines = linesOf(parts);
  const [first] = lines;
  if (!first) return '';
  const { headline, circle } = first;
  const more = lines.length - 1;
  const where = oneThread(lines) ? `“${first.title}”` : circlesOf(parts);
  const inThat = where === null || headline.includes(where) ? '' : ` in ${where}`;
  const alone = circle ? `${circle.name}: ${headline}` : headline;
  const words = more > 0 ? `${headline}, and ${more} more${inThat}` : alone;
  return digest ? `Digest: ${words}` : words;
}

/** The same as a heading, above what the subject says in part. */
export function titleOf({ parts }: BundleSays): string {
  const lines = linesOf(parts);
  const [first] = lines;
  if (!first) return '';
  if (lines.length === 1) return first.threadId ? first.headline : first.title;
  if (oneThread(lines)) return first.title;
  const circles = circlesOf(parts);
  return capital(`${things(lines.length)} ${circles ? `in ${circles}` : 'you haven’t seen'}`);
}

/** What an inbox shows beside the subject. */
export function previewOf({ parts }: BundleSays): string {
  const [first, ...others] = linesOf(parts);
  if (!first) return '';
  return first.said ?? [first.did, ...others.map(({ headline }) => headline)].join(' · ');
}

/** When it happened, on its reader's clock: '14:20', or '1 Dec, 14:20' of another day. */
export const whenOf = ({ at }: Told, { zone, now }: BundleSays): string =>
  dayIn(at, zone, now) === dayIn(now, zone, now)
    ? timeIn(at, zone)
    : `${shortDayIn(at, zone, now)}, ${timeIn(at, zone)}`;
