import {
  addressOfClosing,
  addressOfDraft,
  addressOfReopening,
} from '#app/mentoring/asks/addresses.ts';
import { SourceLines } from '#app/mentoring/asks/views/source-lines.tsx';
import type { MyAsk } from '#app/mentoring/offers/queries/answers-view.ts';
import { wentTo } from '#app/mentoring/offers/words.ts';
import { dayOf, since } from '#app/time/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Block, Empty, Page, PageHead, Rows } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { OfferRow } from './offer-row.tsx';
import { QuestionToMe } from './question-to-me.tsx';
import { Waiting } from './waiting.tsx';

export interface MyAskProps {
  ask: MyAsk;
  now: number;
  zone: string;
}

/** An ask to its asker: who can help, who can’t now, what they want to know, and who is silent. */
export function MyAskView({ ask, now, zone }: MyAskProps) {
  const { offers, questions, unanswered, state } = ask;
  const went = wentTo(ask);
  const nothing = offers.length === 0 && questions.length === 0;
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={`You ask${ask.neededBy ? ` · by ${dayOf(ask.neededBy, 'long', now)}` : ''}`}
        title={ask.title}
        lede={state === 'closed' ? closedWords(ask) : undefined}
        actions={
          state === 'open' ? (
            <>
              <ButtonLink to={addressOfDraft(ask.id)}>Ask more people, or change it</ButtonLink>
              <ButtonLink to={addressOfClosing(ask.id)} variant="quiet">
                Close it
              </ButtonLink>
            </>
          ) : (
            <PostForm action={addressOfReopening(ask.id)}>
              <Button>Open it again</Button>
            </PostForm>
          )
        }
      />
      {nothing && unanswered.length === 0 && state === 'open' && (
        <Empty title="No answer yet">
          Asked {since(ask.openedAt, now, zone)}. Most asks are answered within a few days; you hear
          as soon as this one is.
        </Empty>
      )}
      {offers.length > 0 && (
        <Block>
          <Rows label="Answers">
            {offers.map((offer) => (
              <OfferRow key={offer.id} ask={ask} offer={offer} now={now} />
            ))}
          </Rows>
        </Block>
      )}
      {questions.length > 0 && (
        <Block title="They would like to know first">
          {questions.map((question) => (
            <QuestionToMe key={question.id} askId={ask.id} question={question} />
          ))}
        </Block>
      )}
      {state === 'open' && unanswered.length > 0 && <Waiting ask={ask} now={now} zone={zone} />}
      <Block title="What you asked">
        {ask.source && <SourceLines source={ask.source} />}
        <Prose html={ask.html} />
        {went && <p className="row-meta">{went}</p>}
      </Block>
    </Page>
  );
}

function closedWords({ closedAs }: MyAsk): string {
  if (closedAs === 'found') return 'Closed: you found help.';
  if (closedAs === 'expired')
    return 'It closed by itself after four weeks. It can be opened again.';
  return 'Closed: no longer needed.';
}
