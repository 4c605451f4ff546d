import type { Viewer } from '#app/access/proofs.ts';
import { hoursOf } from '#app/notifications/hearing/rows/hours.server.ts';
import type { Hours } from '#app/notifications/hearing/rules/hours.ts';
import type { Volume } from '#app/notifications/hearing/rules/volumes.ts';
import { digestWords, quietWords, volumeWords } from '#app/notifications/hearing/words.ts';
import { ASKS_AND_CONVERSATIONS } from '#app/notifications/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { plural } from '#app/ui/words.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

/** Of so many circles each is named; of more, only those that are not like most. */
const NAMED = 4;

/** What somebody hears of a circle or between people, or when, in a few words. */
export interface HeardOf {
  of: string;
  words: string;
}

interface Row {
  volumes: Record<string, Volume> | null;
  between: Volume | null;
  hours: Parameters<typeof hoursOf>[0] | null;
}

const VOLUMES_AND_HOURS = `
select (
    select json_object_agg(v.circle_id, v.volume) from circle_volume v
    where v.person_id = $1 and v.circle_id = any($2::bigint[])
  ) as volumes, (
    select volume from between_volume where person_id = $1
  ) as between, (
    select to_json(h) from mail_hours h where h.person_id = $1
  ) as hours`;

/** How somebody hears of their circles, of asks and conversations, and when not. One round trip, however many they are. */
export async function hearingInShort({
  personId,
  memberships,
  timeZone,
}: Viewer): Promise<HeardOf[]> {
  const circles = memberships.map(({ circle }) => circle).filter(({ archived }) => !archived);
  if (circles.length === 0) return [];
  const { rows } = await acrossCircles(databasePool(), 'what one person wants of each').query<Row>({
    text: VOLUMES_AND_HOURS,
    values: [personId, circles.map(({ id }) => id)],
  });
  const hours = hoursOf(rows[0]?.hours ?? undefined);
  const heard = circles.map(({ id, name }) => ({
    of: apart(name),
    volume: rows[0]?.volumes?.[id] ?? ('everything' as const),
  }));
  const chosen = heard.filter(({ volume }) => volume !== 'everything');
  const named = (heard.length > NAMED ? chosen : heard).slice(0, NAMED);
  const others = heard.length - named.length;
  const otherWords = chosen.length > NAMED ? 'as you set it' : 'everything';
  const zone = hours.quiet ? `, ${clockCity(timeZone)}` : '';
  return [
    ...named.map(({ of, volume }) => ({ of, words: inFewWords(volume, hours) })),
    ...(others > 0 ? [{ of: othersOf(others, heard.length), words: otherWords }] : []),
    {
      of: ASKS_AND_CONVERSATIONS,
      words: inFewWords(rows[0]?.between ?? 'everything', hours),
    },
    { of: 'Quiet', words: `${quietWords(hours.quiet)}${zone}` },
  ];
}

const inFewWords = (volume: Volume, hours: Hours) =>
  volume === 'digest' ? `a digest, ${digestWords(hours)}` : volumeWords[volume].toLowerCase();

const othersOf = (others: number, all: number) =>
  others === all ? `All ${all} circles` : `${others} ${plural(others, 'other', 'others')}`;
