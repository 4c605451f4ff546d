import { addressOfPicture } from '#app/accounts/addresses.ts';
import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import type { AskRead, Somebody } from './answers-view.ts';

/** SQL of an ask `a`, what is the same for all who read it. */
export const ASK_COLUMNS = `
  a.id, a.title, a.body_html as html, a.needed_by as "neededBy", a.state, a.closed_as as "closedAs",
  a.version, a.opened_at as "openedAt", a.closed_at as "closedAt"`;

/** SQL of a question `q`, with who asked it. */
export const QUESTION_JSON = `json_build_object('id', q.id, 'html', q.body_html, 'at', q.at,
  'answerHtml', q.answer_html, 'personId', p.id, 'name', p.name, 'hash', f.hash)`;

export interface AskRow extends Omit<AskRead, 'openedAt' | 'closedAt' | 'source'> {
  openedAt: Date;
  closedAt: Date | null;
}

export interface PersonJson {
  personId: number;
  name: string;
  hash: string | null;
}

export const somebody = ({ personId, name, hash }: PersonJson): Somebody => ({
  name,
  picture: hash && addressOfPicture(personId, hash),
});

export const askRead = (row: AskRow, source: AskSource | undefined): AskRead => {
  const { id, title, html, neededBy, state, closedAs, version, openedAt, closedAt } = row;
  return {
    ...{ id, title, html, neededBy, state, closedAs, version, source: source ?? null },
    ...{ openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null },
  };
};
