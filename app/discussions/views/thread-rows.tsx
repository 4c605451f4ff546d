import { addressOfThread } from '#app/discussions/addresses.ts';
import type { ListedThread } from '#app/discussions/queries/threads.server.ts';
import { newInWords } from '#app/discussions/rules/discussions.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Row, Rows } from '#app/ui/page/page.tsx';
import { plural } from '#app/ui/words.ts';
import { contextWords } from './context-links.tsx';

export interface ThreadRowsProps {
  /** the circle's slug */
  circle: string;
  threads: readonly ListedThread[];
  zone: string;
  /** the loader's clock */
  now: number;
  label?: string;
}

/** Threads of a circle as a list: what each is about, who wrote last, and what is new in it. */
export function ThreadRows({ circle, threads, zone, now, label }: ThreadRowsProps) {
  return (
    <Rows label={label}>
      {threads.map((thread) => {
        const context = contextWords({ context: thread.context, zone });
        return (
          <Row
            key={thread.id}
            to={`${addressOfThread(circle, thread.id)}${thread.fresh > 0 ? '#new' : ''}`}
            title={thread.title}
            new={thread.fresh > 0 && newInWords(thread.fresh)}
            action={<TakingPart people={thread.people} />}
            meta={
              <>
                {context && <p>{context}</p>}
                <p>
                  {whoWrote(thread)}{' '}
                  <When at={thread.lastAt} zone={zone} style="relative" now={now} />
                  {thread.notes > 1 &&
                    ` · ${thread.notes} ${plural(thread.notes, 'note', 'notes')}`}
                  {thread.muted && ' · muted'}
                </p>
              </>
            }
          />
        );
      })}
    </Rows>
  );
}

const MARKS = 4;

/** Who wrote in it lately, the latest first. */
function TakingPart({ people }: Pick<ListedThread, 'people'>) {
  if (people.length === 0) return null;
  const more = people.length - MARKS;
  return (
    <span className="taking-part">
      <span className="sr-only">{`Taking part: ${people.map(apart).join(', ')}`}</span>
      {people.slice(0, MARKS).map((name, at) => (
        <PersonMark key={at} name={name} size="small" />
      ))}
      {more > 0 && <span aria-hidden="true">{`+${more}`}</span>}
    </span>
  );
}

function whoWrote({ startedBy, lastBy, notes }: ListedThread): string {
  if (notes <= 1 && lastBy === startedBy) return `${apart(startedBy)} started this`;
  return lastBy ? `${apart(lastBy)} wrote` : `Started by ${apart(startedBy)}, last note`;
}
