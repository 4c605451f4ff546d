import { useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { addressOfCard } from '#app/cards/addresses.ts';
import { type CardFilters, isFiltered } from '#app/cards/rules/filters.ts';
import type { CardShelves } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import type { AgendaItem } from '#app/sessions/queries/session-view.ts';
import { totalMinutes } from '#app/sessions/rules/session.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Empty, NoticeBar, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { AgendaTotal } from './agenda-list.tsx';

interface ShelfToAgendaProps {
  title: string;
  when: string;
  /** 'HH:MM' on the viewer's clocks */
  starts: string;
  minutes: number;
  agenda: AgendaItem[];
  filters: CardFilters;
  shelves: CardShelves;
  /** looks for cards on the page of that address */
  filterForm: (action: string) => ReactNode;
  inShort: (card: CardShelves[number]['cards'][number]) => ReactNode;
  back: string;
}

/** Every card, to be put on one agenda with one press. */
export function CardsToAgenda(props: ShelfToAgendaProps) {
  const {
    title: heading,
    when,
    starts,
    minutes,
    agenda,
    filters,
    shelves,
    filterForm,
    inShort,
    back,
  } = props;
  const here = `${back}/agenda`;
  const wrong = useActionData<{ form?: FormReply } | undefined>()?.form?.errors;
  const onIt = new Set(agenda.map(({ deck, card }) => `${deck}/${card}`));
  return (
    <Page>
      <PageHead
        eyebrow={when}
        title={heading}
        lede={<AgendaTotal total={totalMinutes(agenda)} minutes={minutes} starts={starts} />}
        actions={<ButtonLink to={back}>Back to the session</ButtonLink>}
      />
      {wrong && <NoticeBar tone="rubric">{Object.values(wrong).flat().join(' ')}</NoticeBar>}
      {filterForm(here)}
      {shelves.length === 0 && (
        <Empty
          title="No card fits all of that."
          action={<ButtonLink to={here}>Show all cards</ButtonLink>}
        >
          Try a little more time, another kind, or fewer words.
        </Empty>
      )}
      {shelves.map(({ slug: deck, title, cards }) => (
        <Block key={deck} title={title}>
          <Rows label={title}>
            {cards.map((card) => (
              <Row
                key={card.slug}
                title={card.title}
                to={addressOfCard(card)}
                meta={`${card.minutes} minutes · ${card.for}`}
                action={
                  onIt.has(`${card.deck}/${card.slug}`) ? (
                    <span className="text-sm text-ink-2">On the agenda</span>
                  ) : (
                    <PostForm action={here} reply={{ values: {}, errors: {} }}>
                      <Hidden name="deck" value={card.deck} />
                      <Hidden name="card" value={card.slug} />
                      <Button aria-label={`Add ${card.title} to the agenda`}>Add</Button>
                    </PostForm>
                  )
                }
              >
                {inShort(card)}
              </Row>
            ))}
          </Rows>
        </Block>
      ))}
      {isFiltered(filters) && shelves.length > 0 && (
        <p className="mt-6">
          <Link to={here}>Show all cards</Link>
        </p>
      )}
    </Page>
  );
}
