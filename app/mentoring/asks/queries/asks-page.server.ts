import type { Viewer } from '#app/access/proofs.ts';
import {
  ASKS_PAGE,
  type AsksPageRow,
  CLOSED_A_PAGE,
} from '#app/mentoring/asks/rows/asks-page-statement.server.ts';
import type { ClosedAs } from '#app/mentoring/asks/rules/ask.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { databasePool } from '#db/database.server.ts';

type Of<K extends keyof AsksPageRow> = NonNullable<AsksPageRow[K]>;

export interface AsksPage {
  drafts: Of<'drafts'>;
  open: Of<'open'>;
  asked: Of<'asked'>;
  conversations: Of<'conversations'>;
  closed: (Of<'closed'>[number] & { closedAs: ClosedAs })[];
  /** where the next page of closed ones begins; null on the last */
  older: string | null;
}

/** What somebody asks and is asked. @param before where a page of closed asks begins */
export async function asksPage(viewer: Viewer, before: string | null): Promise<AsksPage> {
  const circles = viewer.memberships.map(({ circle }) => circle.id);
  const [at, id] = cursorOf(before);
  const { rows } = await acrossCircles(
    databasePool(),
    'what one person asks and is asked, wherever',
  ).query<AsksPageRow>({ text: ASKS_PAGE, values: [viewer.personId, circles, at, id] });
  const { drafts, open, asked, conversations, closed } = rows[0] ?? {};
  const shown = (closed ?? []).slice(0, CLOSED_A_PAGE) as AsksPage['closed'];
  const last = shown.at(-1);
  const more = (closed?.length ?? 0) > CLOSED_A_PAGE;
  return {
    ...{ drafts: drafts ?? [], open: open ?? [], asked: asked ?? [] },
    ...{ conversations: conversations ?? [], closed: shown },
    older: more && last ? `${new Date(last.closedAt).getTime()}-${last.id}` : null,
  };
}

/** Milliseconds are as exact as what was closed by a clock of ours. */
function cursorOf(before: string | null): [Date | null, number | null] {
  const match = /^(\d{1,15})-([1-9]\d{0,14})$/.exec(before ?? '');
  return match ? [new Date(Number(match[1])), Number(match[2])] : [null, null];
}
