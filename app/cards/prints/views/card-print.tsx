import { addressOfCard } from '#app/cards/addresses.ts';
import { addressOfPrint, type Printed } from '#app/cards/prints/addresses.ts';
import type { SheetPage } from '#app/cards/prints/queries/sheets.server.ts';
import { listensOf, noteOf, stepsOf } from '#app/cards/prints/rules/parts.ts';
import type { Card } from '#app/cards/rules/card.ts';
import { participantText, wordCount } from '#app/cards/rules/card-text.ts';
import { timeFor } from '#app/cards/rules/groups.ts';
import { CardWords } from '#app/cards/views/card-words.tsx';
import { FacilitatorWords } from '#app/cards/views/facilitator-words.tsx';
import { kindWords, needsWords, notchWords, peopleWords } from '#app/cards/words/card.ts';
import { Link } from '#app/ui/page/link.tsx';
import { capital, countWord } from '#app/ui/words.ts';
import { PaperCard } from './paper-card.tsx';
import { ForHowMany, PrintHead } from './print-head.tsx';

const ways: Record<Printed, string> = {
  halves: 'Half-sheets',
  slips: 'Slips for listeners',
  sheet: 'For whoever runs it',
};

interface CardPrintProps {
  page: Extract<SheetPage, { state: 'shown' }>;
  people: number | null;
}

/** A card on paper: on a screen as it will be printed. */
export function CardPrint({ page: { card, what, choices }, people }: CardPrintProps) {
  const more: Record<string, string> = what === 'halves' ? {} : { what };
  return (
    <div className="prints">
      <PrintHead
        title={`${card.title}, on paper`}
        back={<Link to={addressOfCard(card, people ?? 0)}>{card.title}</Link>}
        ways={choices.map((each) => ({
          to: addressOfPrint(card, { what: each, people: people ?? 0 }),
          words: ways[each],
          isThis: each === what,
        }))}
        count={
          what !== 'slips' && (
            <ForHowMany
              action={addressOfPrint(card)}
              range={card.people}
              people={people}
              more={more}
            />
          )
        }
      >
        {paperWords(what, people)}
      </PrintHead>
      {what === 'halves' && <Halves card={card} people={people} />}
      {what === 'slips' && <Slips card={card} />}
      {what === 'sheet' && <Sheet card={card} people={people} />}
    </div>
  );
}

/** How much paper it takes. */
function paperWords(what: Printed, people: number | null): string {
  if (what === 'slips') return 'Eight to a page. Cut along the lines: one for each listener.';
  if (what === 'sheet') return 'With the notes. Keep it where only you can read it.';
  const pages = people === null ? 0 : Math.ceil(people / 2);
  const often =
    pages > 1 ? ` For ${countWord(people ?? 0)} people, print it ${countWord(pages)} times.` : '';
  return `Two to a page, without the notes. Cut in the middle.${often}`;
}

/** From so many words on, a half is set in smaller type. */
const LONG = 160;

/** Participants’ half-sheets: the same twice, to be cut in the middle. */
function Halves({ card, people }: { card: Card; people: number | null }) {
  const isLong = wordCount(participantText(card.blocks)) > LONG;
  return (
    <div className="paper paper-halves">
      {[0, 1].map((half) => (
        <section
          key={half}
          className="half"
          data-long={isLong || undefined}
          aria-hidden={half === 1 || undefined}
        >
          <PaperCard card={card} people={people} />
        </section>
      ))}
    </div>
  );
}

const SLIPS = 8;

/** What listeners may ask, to be handed to them. */
function Slips({ card }: { card: Card }) {
  const listens = listensOf(card);
  return (
    <div className="paper paper-slips">
      {Array.from({ length: SLIPS }, (_, slip) => (
        <section key={slip} className="slip" aria-hidden={slip > 0 || undefined}>
          {listens.map(({ step, questions }) => (
            <div key={step}>
              <p className="eyebrow">{step}</p>
              {questions.map((question) => (
                <CardWords key={question} html={`<p>${question}</p>`} />
              ))}
            </div>
          ))}
          <footer>Ask only these two. {card.title}</footer>
        </section>
      ))}
    </div>
  );
}

/** The sheet of whoever runs it: the card, its times, and what to do when. */
function Sheet({ card, people }: { card: Card; people: number | null }) {
  const note = noteOf(card);
  return (
    <div className="paper paper-sheet">
      <PaperCard card={card} people={people} isTimed>
        <SheetFacts card={card} people={people} />
      </PaperCard>
      {note && (
        <section className="paper-notes">
          <h2>For whoever runs it</h2>
          <FacilitatorWords note={note} />
        </section>
      )}
    </div>
  );
}

/** What whoever runs a card needs to know of it, and how long it is with so many. */
export function SheetFacts({ card, people }: { card: Card; people: number | null }) {
  const number = people ?? Math.min(8, card.people[1]);
  const moving = timeFor(stepsOf(card), number) - card.minutes;
  return (
    <p className="paper-facts">
      {capital(kindWords(card))} for {peopleWords(card.people)}. With {countWord(number)}:{' '}
      {card.minutes + moving} minutes
      {moving > 0 && `, ${countWord(moving)} of them to change groups`}. {notchWords[card.notch]}.{' '}
      {needsWords(card.needs)}
    </p>
  );
}
