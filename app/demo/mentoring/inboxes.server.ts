import { sql } from 'kysely';
import type { SeedApart } from '#app/demo/community/types.ts';
import { ago } from '#app/demo/days.server.ts';
import { type ToTell, tellAll } from '#app/notifications/commands/tell.server.ts';
import {
  type ToTellPeople,
  tellPeopleAll,
} from '#app/notifications/commands/tell-people.server.ts';
import type { Answers } from './answers.server.ts';
import type { WrittenAsk } from './asks.server.ts';
import type { WrittenTalk } from './conversations.server.ts';
import { across, type Ground } from './ground.server.ts';

/** What is older was looked at, but for asks to somebody alone. */
const READ_AFTER_DAYS = 2.5;
/** Of what is older nothing is told any more. */
const DAYS = 21;

interface Happened {
  asks: WrittenAsk[];
  answers: Answers;
  talks: WrittenTalk[];
}

/** Writes what people were told of asks and what became of them. No mail waits for anybody. */
export async function tellOfMentoring(
  ground: Ground,
  { asks, answers, talks }: Happened,
  apart: SeedApart[],
): Promise<void> {
  await tellCircles(ground, asks, apart);
  await tellPeopleAll(ground.tx, [
    ...toWhomIsAsked(ground, asks),
    ...toAskers(ground, answers),
    ...ofTalks(ground, talks),
  ]);
  await sql`
    update inbox_item set mail_at = null,
      read_at = coalesce(read_at, case when at < ${ago(ground.evening, READ_AFTER_DAYS)} then at end)
    where kind = any(${[...KINDS]}::text[])`.execute(across(ground));
}

const KINDS = [
  ...['ask-to-circle', 'ask-to-you', 'offer-answer', 'question-asked'],
  ...['conversation-line', 'thanks-given', 'round-set', 'told'],
] as const;

async function tellCircles(
  { tx, evening, personId, circle }: Ground,
  asks: WrittenAsk[],
  apart: SeedApart[],
) {
  for (const { id, seed } of asks) {
    if (seed.closed || seed.daysAgo > DAYS) continue;
    for (const to of seed.to) {
      if (!('circle' in to)) continue;
      const { circleId, timeZone } = circle(to.circle);
      const asked: ToTell = [
        {
          ...{ occasion: 'ask-to-circle', thing: id, detail: { again: false } },
          ...{ by: personId(seed.by), at: ago(evening, seed.daysAgo) },
        },
        { except: strangersTo(seed.by, apart).map(personId) },
      ];
      await tellAll(tx, { circleId, circle: { timeZone } }, [asked]);
    }
  }
}

/** Whom somebody blocked, and who blocked them. */
const strangersTo = (key: string, apart: SeedApart[]) =>
  apart.flatMap(({ person, blocked }) =>
    person === key ? blocked : blocked.includes(key) ? [person] : [],
  );

const toWhomIsAsked = ({ evening, personId }: Ground, asks: WrittenAsk[]): ToTellPeople[] =>
  asks.flatMap(({ id, seed }) => {
    if (seed.closed) return [];
    const people = seed.to.flatMap((to) =>
      'person' in to ? [to.person] : 'site' in to ? to.site : [],
    );
    if (people.length === 0) return [];
    const at = ago(evening, seed.daysAgo);
    const asked = { occasion: 'ask-to-you', thing: id, detail: { again: false } } as const;
    return [[people.map(personId), { ...asked, by: personId(seed.by), at }]];
  });

const toAskers = ({ evening, personId }: Ground, answers: Answers): ToTellPeople[] => [
  ...answers.offers.flatMap(({ id: thing, asker, by, daysAgo, taken }): ToTellPeople[] => {
    if (taken || daysAgo > DAYS) return [];
    const at = ago(evening, daysAgo);
    return [
      [[personId(asker)], { occasion: 'offer-answer', thing, detail: {}, by: personId(by), at }],
    ];
  }),
  ...answers.questions.map(({ id: thing, asker, by, daysAgo }): ToTellPeople => {
    const at = ago(evening, daysAgo);
    return [
      [personId(asker)],
      { occasion: 'question-asked', thing, detail: {}, by: personId(by), at },
    ];
  }),
];

/** Of each what happened in it last. */
const ofTalks = ({ evening, personId }: Ground, talks: WrittenTalk[]): ToTellPeople[] =>
  talks.flatMap(({ id: thing, asker, helper, talk }): ToTellPeople[] => {
    const other = (key: string) => [personId(key === asker ? helper : asker)];
    const told = { thing, detail: {} };
    const last = talk.notes.at(-1);
    const all: ToTellPeople[] = [];
    if (last && last.daysAgo <= DAYS && !talk.ended) {
      const at = ago(evening, last.daysAgo);
      const by = personId(last.by);
      all.push([other(last.by), { occasion: 'conversation-line', ...told, by, at }]);
    }
    if (talk.thanks && talk.thanks.daysAgo <= DAYS) {
      const at = ago(evening, talk.thanks.daysAgo);
      all.push([other(asker), { occasion: 'thanks-given', ...told, by: personId(asker), at }]);
    }
    return all;
  });
