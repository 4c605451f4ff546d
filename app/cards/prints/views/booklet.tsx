import type { ReactNode } from 'react';
import type { BookletItem } from '#app/cards/prints/queries/sheets.server.ts';
import { noteOf } from '#app/cards/prints/rules/parts.ts';
import { FacilitatorWords } from '#app/cards/views/facilitator-words.tsx';
import { SheetFacts } from './card-print.tsx';
import { PaperCard } from './paper-card.tsx';
import { ForHowMany, PrintHead } from './print-head.tsx';

export interface BookletProps {
  path: string;
  back: ReactNode;
  title: string;
  /** lines below it: when, where, who runs it, by initials */
  facts: readonly string[];
  items: readonly (BookletItem & { at: string })[];
  people: number | null;
  /** with the notes; null for who may not have them */
  withNotes: boolean | null;
}

/** An agenda as one booklet: what happens when, then each card from the top of a page. */
export function Booklet({ path, back, title, facts, items, people, withNotes }: BookletProps) {
  const query = people === null ? '' : `people=${people}`;
  const ways = [
    { to: query ? `${path}?${query}` : path, words: 'For everybody', isThis: !withNotes },
    { to: `${path}?notes&${query}`, words: 'With the notes', isThis: withNotes === true },
  ];
  const cards = items.flatMap(({ id, card }) => (card ? { id, card } : []));
  return (
    <div className="prints">
      <PrintHead
        title="The session on paper"
        back={back}
        ways={withNotes === null ? [] : ways}
        count={
          <ForHowMany
            action={path}
            range={[2, 12]}
            people={people}
            more={withNotes ? { notes: '' } : {}}
          />
        }
      >
        {withNotes
          ? 'With the notes. Keep it where only you can read it.'
          : 'Without the notes. Names are initials: what lies on a desk keeps the agreement.'}
      </PrintHead>
      <div className="paper paper-title">
        <h2 dir="auto">{title}</h2>
        {facts.map((fact) => (
          <p key={fact} dir="auto">
            {fact}
          </p>
        ))}
        {items.length > 0 ? (
          <table>
            <caption className="sr-only">Agenda</caption>
            <tbody>
              {items.map(({ id, at, title: name, minutes }) => (
                <tr key={id}>
                  <td>{at}</td>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <td>{minutes} min</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p>Nothing is on the agenda yet.</p>
        )}
      </div>
      {cards.map(({ id, card }) => {
        const note = withNotes ? noteOf(card) : null;
        return (
          <div key={id} className={`paper paper-sheet ${note ? '' : 'paper-large'}`}>
            <PaperCard card={card} people={people} isTimed={withNotes === true}>
              {withNotes && <SheetFacts card={card} people={people} />}
            </PaperCard>
            {note && (
              <section className="paper-notes">
                <h2>For whoever runs it</h2>
                <FacilitatorWords note={note} />
              </section>
            )}
          </div>
        );
      })}
    </div>
  );
}
