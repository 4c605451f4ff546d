import { Fragment, type ReactNode, useId } from 'react';
import { addressOfCard, addressOfDeck } from '#app/cards/addresses.ts';
import type { CardPage, NamedCard } from '#app/cards/queries/cards.server.ts';
import type { Card, CardBlock, CardStep, FacilitatorNote } from '#app/cards/rules/card.ts';
import { kindWords, needsWords, notchWords, peopleWords } from '#app/cards/words/card.ts';
import { Link } from '#app/ui/page/link.tsx';
import { CardSteps } from './card-steps.tsx';
import { CardWords } from './card-words.tsx';
import { FacilitatorWords } from './facilitator-words.tsx';
import { HeadCount } from './head-count.tsx';
import { ScaleRow } from './scale-row.tsx';

interface CardSheetProps {
  page: Extract<CardPage, { state: 'shown' }>;
  /** how many are there; null while nobody has said */
  people: number | null;
  /** what can be done with it */
  actions: ReactNode;
}

/** A card as it lies on the table. */
export function CardSheet({ page, people, actions }: CardSheetProps) {
  const { card, deckTitle } = page;
  const kind = kindWords(card);
  return (
    <article className="[font-variant-numeric:oldstyle-nums]">
      <header className="pb-8 print:pb-3">
        <p className="eyebrow">
          <Link to={addressOfDeck(card.deck)}>{deckTitle}</Link> ·{' '}
          {kind === deckTitle.toLowerCase() ? '' : `${kind} · `}
          <span className="whitespace-nowrap">{card.minutes} minutes</span> ·{' '}
          <span className="whitespace-nowrap">{peopleWords(card.people)}</span>
        </p>
        <h1 className="print:text-2xl">{card.title}</h1>
        {card.blocks.map((block, at) =>
          block.kind === 'prompt' ? (
            <CardWords
              key={at}
              html={block.html}
              className="mt-4 font-serif text-xl leading-normal text-ink-2 print:mt-1 print:text-base"
            />
          ) : null,
        )}
        <p className="mt-4 text-sm text-ink-2 print:mt-1">For {card.for}</p>
        <p className="card-risk">
          {notchWords[card.notch]}. {needsWords(card.needs)}
        </p>
      </header>
      <HeadCount
        card={card}
        steps={card.blocks.flatMap((block) => (block.kind === 'step' ? block : []))}
        people={people}
      />
      <CardBody blocks={card.blocks} people={people} />
      <BesideIt page={page} />
      <Origin card={card} />
      <div className="print:hidden">{actions}</div>
    </article>
  );
}

interface CardBodyProps {
  blocks: CardBlock[];
  people: number | null;
}

/** All of a card below its prompt. */
export function CardBody({ blocks, people }: CardBodyProps) {
  return runsOf(blocks).map((run, at) =>
    'steps' in run ? (
      <CardSteps key={at} steps={run.steps} first={run.first} people={people} />
    ) : (
      <Fragment key={at}>{partOf(run.block)}</Fragment>
    ),
  );
}

type Run = { steps: CardStep[]; first: number } | { block: CardBlock };

/** Blocks in order, with the steps that follow one another as one list. */
function runsOf(blocks: CardBlock[]): Run[] {
  const runs: Run[] = [];
  let number = 0;
  for (const block of blocks) {
    if (block.kind === 'prompt') continue;
    if (block.kind !== 'step') {
      runs.push({ block });
      continue;
    }
    number += 1;
    const last = runs.at(-1);
    if (last && 'steps' in last) last.steps.push(block);
    else runs.push({ steps: [block], first: number });
  }
  return runs;
}

function partOf(block: CardBlock): ReactNode {
  switch (block.kind) {
    case 'quote':
      return (
        <figure className="mb-8 border-t border-rule pt-6 break-inside-avoid print:mb-3 print:pt-3">
          <blockquote className="relative font-serif text-lg italic leading-relaxed before:absolute before:right-full before:mr-0.5 before:content-['“'] [&_p:last-child]:after:content-['”'] print:text-sm">
            <CardWords html={block.html} />
          </blockquote>
          <figcaption className="mt-2 text-sm text-ink-2">{block.source}</figcaption>
        </figure>
      );
    case 'scale':
      return <ScaleRow scale={block} />;
    case 'commit':
      return (
        <section className="border-t border-rule py-6 break-inside-avoid print:py-2.5">
          <h2 className="eyebrow">What I will do</h2>
          <CardWords
            html={block.html}
            className="font-serif text-lg leading-normal print:text-base"
          />
          <dl aria-hidden className="card-lines">
            {['Act', 'For whom', 'Day'].map((line) => (
              <div key={line}>
                <dt>{line}</dt>
              </div>
            ))}
          </dl>
        </section>
      );
    case 'reflect':
      return (
        <section className="border-t border-rule py-6 break-inside-avoid print:py-2.5">
          <h2 className="eyebrow">To take home</h2>
          <CardWords
            html={block.html}
            className="font-serif text-xl italic leading-normal print:text-base"
          />
        </section>
      );
    case 'facilitator':
      return <ForWhoever note={block} />;
    default:
      return null;
  }
}

function ForWhoever({ note }: { note: FacilitatorNote }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="mb-6 rounded-md bg-wash p-6 break-inside-avoid print:mb-2 print:p-3 print:text-xs"
    >
      <h2 id={id} className="font-sans text-base font-semibold tracking-normal print:text-xs">
        For whoever runs it
      </h2>
      <FacilitatorWords note={note} />
    </section>
  );
}

/** The cards it comes after, and those it goes well with. */
function BesideIt({ page: { after, pairsWith } }: Pick<CardSheetProps, 'page'>) {
  if (after.length + pairsWith.length === 0) return null;
  return (
    <p className="mb-6 text-sm text-ink-2 print:mb-0">
      {after.length > 0 && (
        <>
          Some time after <CardLinks cards={after} />.{' '}
        </>
      )}
      {pairsWith.length > 0 && (
        <>
          Goes well with <CardLinks cards={pairsWith} />.
        </>
      )}
    </p>
  );
}

function CardLinks({ cards }: { cards: readonly NamedCard[] }) {
  return cards.map((card, at) => (
    <Fragment key={addressOfCard(card)}>
      {at > 0 && (at === cards.length - 1 ? ' and ' : ', ')}
      <Link to={addressOfCard(card)}>{card.title}</Link>
    </Fragment>
  ));
}

function Origin({ card: { source, books } }: { card: Card }) {
  if (!source && books.length === 0) return null;
  return (
    <p className="mb-6 text-sm text-ink-2 print:mb-0">
      {source && `${source}.`}
      {!source?.includes(books[0] ?? '') && ` Made for readers of ${books.join(', ')}.`}
    </p>
  );
}
