import type { Member } from '#app/access/proofs.ts';
import { excerpt } from '#app/discussions/rules/excerpt.ts';
import { BOARD } from '#app/mentoring/rows/board-statement.server.ts';
import type { ToldRow } from '#app/mentoring/told/rows/told-statement.server.ts';
import { todayIn } from '#app/time/days.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';
import type { AnswerToOwn, OthersAsk, OwnAsk, ToldBeginning } from './board-view.ts';

export const ASKS_A_PAGE = 20;
/** So many characters are shown of an ask, and of what else is said on the board. */
const BEGINNING = 320;

type AskRow<Ask> = Omit<Ask, 'words'> & { html: string };
type OwnRow = Omit<AskRow<OwnAsk>, 'answers' | 'questions'> & {
  answers: (Omit<AnswerToOwn, 'faced'> & { html: string })[] | null;
  questions: string[] | null;
};
type OthersRow = Omit<AskRow<OthersAsk>, 'offered'> & { offered: string[] | null };

interface BoardRow {
  asking: number;
  drafts: number;
  told: ToldRow | null;
  opening: ToldRow | null;
  own: OwnRow[] | null;
  others: OthersRow[] | null;
}

/**
 * Who asks for help in a circle, as one of its members may know: their own with what they were answered,
 * those on the agenda of a session to come, then the newest. One statement.
 * @param page.before the id of the ask after which the page begins
 */
export async function boardOf(
  { circleId, personId, viewer }: Member,
  { before = null, now = new Date() }: { before?: number | null; now?: Date } = {},
) {
  const { rows } = await acrossCircles(
    databasePool(),
    'an ask is its asker’s: it is found through the members of the circle it went to',
  ).query<BoardRow>({ text: BOARD, values: [circleId, personId, now, before, ASKS_A_PAGE] });
  const row = rows[0];
  if (!row) throw new Error('A board is always one row.');
  const today = todayIn(viewer.timeZone, now);
  const shown = <Ask extends { html: string; neededBy: string | null; startsAt: string | null }>(
    ask: Ask & { openedAt: string },
  ) => {
    const { html, neededBy, openedAt, startsAt, ...more } = ask;
    return {
      ...more,
      words: excerpt(html, BEGINNING),
      neededBy: neededBy !== null && neededBy >= today ? neededBy : null,
      openedAt: new Date(openedAt).toISOString(),
      startsAt: startsAt && new Date(startsAt).toISOString(),
    };
  };
  const others = (row.others ?? []).map(
    (ask): OthersAsk => ({
      ...shown(ask),
      offered: ask.offered ?? [],
    }),
  );
  // One more than a page was asked for, of those on no agenda.
  const listed = others.filter(({ startsAt }) => startsAt === null);
  const more = listed.length > ASKS_A_PAGE;
  return {
    asking: row.asking,
    drafts: row.drafts,
    own: (row.own ?? []).map(
      (ask): OwnAsk => ({
        ...shown(ask),
        questions: ask.questions ?? [],
        answers: (ask.answers ?? []).map(({ html, ...answer }) => ({
          ...answer,
          faced: excerpt(html, BEGINNING),
        })),
      }),
    ),
    others: more ? others.slice(0, -1) : others,
    next: more ? (listed.at(-2)?.id ?? null) : null,
    told: beginningOf(row.told),
    opening: beginningOf(row.opening),
  };
}

export type Board = Awaited<ReturnType<typeof boardOf>>;

/** Something somebody was told, in the few words there is room for beside other things. */
export function beginningOf(row: ToldRow | null): ToldBeginning | null {
  if (!row) return null;
  const { id, by, mine, told, will } = row;
  return { id, by, mine, told: excerpt(told, BEGINNING), will: excerpt(will, BEGINNING) };
}
