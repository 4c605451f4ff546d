import {
  ASKS,
  addressOfAsk,
  addressOfConversation,
  addressOfNewAsk,
  CONVERSATIONS,
  HELPING,
} from '#app/mentoring/addresses.ts';
import {
  addressOfClosing,
  addressOfDraft,
  addressOfReopening,
} from '#app/mentoring/asks/addresses.ts';
import type { AsksPage } from '#app/mentoring/asks/queries/asks-page.server.ts';
import { closedInWords, offersInWords } from '#app/mentoring/asks/words.ts';
import { When } from '#app/time/when.tsx';
import { apart, beginning } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Empty, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Pager } from '#app/ui/page/pager.tsx';

interface Props {
  page: AsksPage;
  isFirst: boolean;
  zone: string;
  now: string;
}

const BEGINNING = 80;

/** What somebody asks, and is asked. */
export function AsksView({ page, isFirst, zone, now }: Props) {
  const { drafts, open, asked, conversations, closed, older } = page;
  const isEmpty = [drafts, open, asked, conversations, closed].every(({ length }) => length === 0);
  const when = (at: string) => <When at={at} zone={zone} now={now} style="relative" />;
  return (
    <Page width="narrow">
      <PageHead
        title="Asks"
        lede="Asking is how leaders get help. It starts as a draft that only you see."
        actions={
          <ButtonLink to={addressOfNewAsk(null)} variant="primary">
            Ask for help
          </ButtonLink>
        }
      />
      {isFirst && isEmpty && (
        <Empty title="You ask nothing yet, and nobody asks you.">
          <p>
            Begin with what is in front of you this week. A passage, a note, a takeaway or a card is
            a good place to start from, too: each has its “Ask about this”.
          </p>
        </Empty>
      )}
      {isFirst && asked.length > 0 && (
        <Block title="You are asked">
          <Rows>
            {asked.map(({ id, title, by, at, alone }) => (
              <Row
                key={id}
                to={addressOfAsk(id)}
                title={title}
                meta={
                  <>
                    {apart(by)} asks {alone ? 'you' : 'your circle'}, {when(at)}
                  </>
                }
              />
            ))}
          </Rows>
        </Block>
      )}
      {isFirst && drafts.length > 0 && (
        <Block title="Drafts">
          <Rows>
            {drafts.map(({ id, title, body, savedAt }) => (
              <Row
                key={id}
                to={addressOfDraft(id)}
                title={title || beginning(body, BEGINNING)}
                meta={<>Only you see it. Kept {when(savedAt)}</>}
              />
            ))}
          </Rows>
        </Block>
      )}
      {isFirst && open.length > 0 && (
        <Block title="You ask">
          <Rows>
            {open.map(({ id, title, openedAt, offers }) => (
              <Row
                key={id}
                to={addressOfAsk(id)}
                title={title}
                meta={
                  <>
                    {offersInWords(offers)} Asked {when(openedAt)}.{' '}
                    <Link to={addressOfDraft(id)}>Ask more people</Link> ·{' '}
                    <Link to={addressOfClosing(id)}>Close it</Link>
                  </>
                }
              />
            ))}
          </Rows>
        </Block>
      )}
      {isFirst && conversations.length > 0 && (
        <Block title="Conversations" action={<Link to={CONVERSATIONS}>All of them</Link>}>
          <Rows>
            {conversations.map((one) => (
              <Row
                key={one.id}
                to={addressOfConversation(one.id)}
                title={one.title}
                meta={
                  <>
                    With {apart(one.with)}, {when(one.at)}
                  </>
                }
              />
            ))}
          </Rows>
        </Block>
      )}
      {closed.length > 0 && (
        <Block title="Closed">
          <Rows>
            {closed.map(({ id, title, closedAt, closedAs }) => (
              <Row
                key={id}
                to={addressOfAsk(id)}
                title={title}
                meta={
                  <>
                    {closedInWords(closedAs)} {when(closedAt)}
                  </>
                }
                action={
                  <PostForm action={addressOfReopening(id)}>
                    <Button variant="quiet" aria-label={`Open “${title}” again`}>
                      Open it again
                    </Button>
                  </PostForm>
                }
              />
            ))}
          </Rows>
        </Block>
      )}
      <Pager newer={isFirst ? null : ASKS} older={older && `${ASKS}?before=${older}`} />
      <p className="mt-10">
        <Link to={HELPING}>How much you take on</Link>
      </p>
    </Page>
  );
}
