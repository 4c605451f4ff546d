import { randomUUID } from 'node:crypto';
import { theirs } from '#app/mentoring/asks/rows/ask-row.server.ts';
import { renderedAsk } from '#app/mentoring/asks/rows/rendered.server.ts';
import { MOST_DRAFTS, TITLE_MAX } from '#app/mentoring/asks/rules/ask.ts';
import type { Tx } from '#db/database.server.ts';

/**
 * Begins somebody's ask with words that they wrote elsewhere: in one line where they fit, else in
 * full below a beginning of them. It is a draft, which nobody else reads.
 * @returns its id; null where they keep as many drafts as there may be
 */
export async function draftOfWords(
  tx: Tx,
  personId: number,
  words: string,
): Promise<number | null> {
  // Drafts of one person are counted one after the other.
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
  const drafts = await theirs(tx)
    .selectFrom('ask')
    .select('id')
    .where('asker_id', '=', personId)
    .where('state', '=', 'draft')
    .limit(MOST_DRAFTS)
    .execute();
  if (drafts.length >= MOST_DRAFTS) return null;
  const { title, body } = inTitle(words);
  const rendered = await renderedAsk(body);
  const { id } = await theirs(tx)
    .insertInto('ask')
    .values({
      ...{ asker_id: personId, title, body, submission_key: randomUUID() },
      body_html: rendered.ok ? rendered.html : '',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function inTitle(words: string): { title: string; body: string } {
  const [first = ''] = words.split('\n');
  if (first === words && words.length <= TITLE_MAX) return { title: words, body: '' };
  if (first.length <= TITLE_MAX) return { title: first, body: words };
  const cut = first.slice(0, TITLE_MAX - 1);
  return { title: `${cut.slice(0, cut.lastIndexOf(' ') + 1).trim() || cut}…`, body: words };
}
