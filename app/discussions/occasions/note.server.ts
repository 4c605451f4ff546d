import type { NamedSection } from '#app/books/rules/section-name.ts';
import { addressOfNote } from '#app/discussions/addresses.ts';
import { excerpt } from '#app/discussions/rules/excerpt.ts';
import { type OccasionsOf, occasion } from '#app/notifications/rules/occasions.ts';
import { sectionsByLine } from '#app/reading/progress/queries/sections-by-line.server.ts';
import { apart } from '#app/ui/apart.ts';
import { listed } from '#app/ui/words.ts';

declare module '#app/notifications/rules/occasions.ts' {
  interface Occasions {
    /** somebody wrote in a thread */
    note: Record<string, never>;
  }
}

interface Facts {
  thread: string;
  author: string;
  /** whether it is the thread's first */
  first: boolean;
  /** the beginning of its text, as HTML; null where its reader may not see it */
  html: string | null;
  /** the section it is about, where that is further on than its reader */
  further: NamedSection | null;
}

/** So many characters of a note are said in a line of an inbox, and in a mail. */
const IN_A_LINE = 140;
const IN_A_MAIL = 280;

/** Whether the reader opened the thread, however far on they are. */
const opened = `exists (
  select from thread_opening o where o.circle_id = i.circle_id and o.thread_id = i.thread_id
    and o.person_id = i.person_id offset 0)`;

const takenBack = `exists (
  select from note_deletion d where d.circle_id = i.circle_id and d.note_id = i.thing_id offset 0)`;

/** Beyond its reader's line, or taken back. */
const held = `${takenBack} or (not ${opened} and exists (
  select from note n where n.circle_id = i.circle_id and n.id = i.thing_id
    and n.section_id = any(lines.beyond) offset 0))`;

/** A note that was taken back is a line no more. By its thread the row is a member's. */
const facts = `
select json_build_object('thread', t.title, 'author', p.name,
  'first', not exists (select from note b
    where b.circle_id = n.circle_id and b.thread_id = n.thread_id and b.id < n.id offset 0),
  'html', case when s.id is null then left(n.body_html, 2000) end,
  'further', case when s.id is not null
    then json_build_object('label', s.label, 'title', s.title, 'kind', s.kind) end)
from note n
join thread t on t.circle_id = n.circle_id and t.id = n.thread_id
join person p on p.id = n.author_id
left join section s on s.circle_id = n.circle_id and s.id = n.section_id
  and s.id = any(lines.beyond) and not ${opened}
where n.circle_id = i.circle_id and n.thread_id = i.thread_id and n.id = i.thing_id
  and not ${takenBack}`;

/** Whose note it quotes, and who began the thread. */
const forYou = `exists (
  select from note n
  join note q on q.circle_id = n.circle_id and q.id = any(n.quotes)
  where n.circle_id = i.circle_id and n.id = i.thing_id and q.author_id = i.person_id
 offset 0) or exists (
  select from thread t
  where t.circle_id = i.circle_id and t.id = i.thread_id and t.started_by = i.person_id offset 0)`;

/** Who wrote, and what the first of them said. */
function wrote(notes: readonly Facts[]): string {
  const by = listed(notes.map(({ author }) => apart(author)));
  const said = notes.find(({ html }) => html !== null)?.html;
  return `${by} wrote${said ? `: ${excerpt(said, IN_A_LINE)}` : '.'}`;
}

/** 'chapter 8', in the middle of a sentence. */
function placeOf({ kind, label, title }: NonNullable<Facts['further']>): string {
  const isNumbered = label !== '' && (kind === 'chapter' || kind === 'part');
  return isNumbered ? `${kind} ${apart(label)}` : `“${apart(title)}”`;
}

export const occasions = {
  note: occasion<'note', Facts>({
    weight: 'news',
    topic: (note) => `note:${note}`,
    facts,
    held,
    lines: (of) => `select array(select id from (${sectionsByLine(of)}) s where beyond) as beyond`,
    forYou,
    audience: `i.for_you or i.muted is not distinct from false
      or i.volume in ('everything', 'digest')`,
    line: ({ facts }) => ({
      title: apart(facts.thread),
      text: wrote([facts]),
      ...(facts.html !== null && { said: excerpt(facts.html, IN_A_MAIL) }),
    }),
    together: (several) => wrote(several.map(({ facts }) => facts)),
    called: ({ facts }) => `${apart(facts.author)}’s note`,
    waitsFor: ({ facts: { further } }) => further && placeOf(further),
    inMail({ facts: { author, thread, first, further }, forYou }) {
      const who = apart(author);
      const did = forYou ? 'answered you' : first ? 'began a conversation' : 'wrote';
      return {
        did: `${who} ${did}${further ? ` about ${placeOf(further)}` : ''}`,
        headline: forYou
          ? `${who} answered you`
          : `${who} ${first ? 'began' : 'wrote in'} “${apart(thread)}”`,
      };
    },
    to: ({ circle, threadId, thing }) => addressOfNote(circle.slug, threadId ?? 0, thing ?? 0),
  }),
} satisfies OccasionsOf<'note'>;
