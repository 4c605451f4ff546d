import { useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { addressOfCards } from '#app/cards/finding/addresses.ts';
import type { CardsToChoose } from '#app/sessions/agenda/queries/cards-to-choose.server.ts';
import type { AgendaItem } from '#app/sessions/queries/session-view.ts';
import { totalMinutes } from '#app/sessions/rules/session.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { AgendaTotal } from './agenda-list.tsx';

type Card = CardsToChoose['choice']['cards'][number];

interface ShelfToAgendaProps {
  title: string;
  when: string;
  /** 'HH:MM' on the viewer's clocks */
  starts: string;
  minutes: number;
  agenda: AgendaItem[];
  choice: CardsToChoose['choice'];
  /** looks for cards on the page of that address */
  filterForm: (page: string) => ReactNode;
  results: (controls: {
    from: string;
    add: (card: Card) => ReactNode;
    more: (show: number) => ReactNode;
  }) => ReactNode;
  back: string;
}

/** Every card, to be put on one agenda with one press. */
export function CardsToAgenda(props: ShelfToAgendaProps) {
  const { title, when, starts, minutes, agenda, choice, filterForm, results, back } = props;
  const here = `${back}/agenda`;
  const wrong = useActionData<{ form?: FormReply } | undefined>()?.form?.errors;
  const onIt = new Set(agenda.map(({ deck, card }) => `${deck}/${card}`));
  return (
    <Page>
      <PageHead
        eyebrow={when}
        title={title}
        lede={<AgendaTotal total={totalMinutes(agenda)} minutes={minutes} starts={starts} />}
        actions={<ButtonLink to={back}>Back to the session</ButtonLink>}
      />
      {wrong && <NoticeBar tone="rubric">{Object.values(wrong).flat().join(' ')}</NoticeBar>}
      {filterForm(here)}
      {results({
        from: here,
        add: ({ title, deck, slug }) =>
          onIt.has(`${deck}/${slug}`) ? (
            <span className="text-sm text-ink-2">On the agenda</span>
          ) : (
            <PostForm action={here} reply={{ values: {}, errors: {} }}>
              <Hidden name="deck" value={deck} />
              <Hidden name="card" value={slug} />
              <Button aria-label={`Add ${title} to the agenda`}>Add</Button>
            </PostForm>
          ),
        more: (show) => (
          <p className="mt-6">
            <ButtonLink to={addressOfCards(choice.filters, { page: here, show })}>
              Show more
            </ButtonLink>
          </p>
        ),
      })}
    </Page>
  );
}
