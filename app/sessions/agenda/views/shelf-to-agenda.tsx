import { useActionData } from '@remix-run/react';
import { addressOfCard } from '#app/cards/addresses.ts';
import type { DeckChoices } from '#app/sessions/agenda/queries/agenda-card.server.ts';
import type { AgendaItem } from '#app/sessions/queries/session-view.ts';
import { totalMinutes } from '#app/sessions/rules/session.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, NoticeBar, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { AgendaTotal } from './agenda-list.tsx';

interface ShelfToAgendaProps {
  title: string;
  when: string;
  minutes: number;
  agenda: AgendaItem[];
  shelves: DeckChoices[];
  back: string;
}

/** Every card, to be put on one agenda with one press. */
export function CardsToAgenda(props: ShelfToAgendaProps) {
  const { title: heading, when, minutes, agenda, shelves, back } = props;
  const wrong = useActionData<{ form?: FormReply } | undefined>()?.form?.errors;
  const onIt = new Set(agenda.map(({ deck, card }) => `${deck}/${card}`));
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title={heading}
        lede={<AgendaTotal total={totalMinutes(agenda)} minutes={minutes} />}
        actions={<ButtonLink to={back}>Back to the session</ButtonLink>}
      />
      {wrong && <NoticeBar tone="rubric">{Object.values(wrong).flat().join(' ')}</NoticeBar>}
      {shelves.map(({ deck, cards }) => (
        <Block key={deck} title={deck}>
          <Rows label={deck}>
            {cards.map(({ value, title, minutes: takes }) => {
              const [slug = '', card = ''] = value.split('/');
              return (
                <Row
                  key={value}
                  title={title}
                  to={addressOfCard({ deck: slug, slug: card })}
                  meta={`${takes} minutes`}
                  action={
                    onIt.has(value) ? (
                      <span className="text-sm text-ink-2">On the agenda</span>
                    ) : (
                      <PostForm reply={{ values: {}, errors: {} }}>
                        <Hidden name="deck" value={slug} />
                        <Hidden name="card" value={card} />
                        <Button aria-label={`Add ${title} to the agenda`}>Add</Button>
                      </PostForm>
                    )
                  }
                />
              );
            })}
          </Rows>
        </Block>
      ))}
      <p className="mt-6">
        <Link to="/cards">Read the cards first</Link>
      </p>
    </Page>
  );
}
