import { type LinksFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askReaderAction, askReaderLoader } from '#app/access/gates.server.ts';
import { addressOfAsk } from '#app/mentoring/addresses.ts';
import asked from '#app/mentoring/asks/asks.css?url';
import { offerHelp } from '#app/mentoring/offers/commands/offer-help.server.ts';
import { HelpSchema } from '#app/mentoring/offers/forms.ts';
import answered from '#app/mentoring/offers/offers.css?url';
import { askToAnswer } from '#app/mentoring/offers/queries/ask-to-answer.server.ts';
import { HelpForm } from '#app/mentoring/offers/views/answer-forms.tsx';
import { AnswerPage } from '#app/mentoring/offers/views/answer-page.tsx';
import { whyNoAnswer } from '#app/mentoring/offers/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () =>
  [asked, answered].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled('I can help');

export const loader = askReaderLoader(async ({ reader }) => {
  const back = addressOfAsk(reader.askId);
  if (reader.isAsker) throw redirect(back);
  return { ask: await askToAnswer(reader), back };
});

export const action = askReaderAction(HelpSchema, async ({ reader, form }) => {
  const offered = await offerHelp(reader, form);
  if (!offered.ok) return refuse(whyNoAnswer(offered.reason, 'faced'));
  return redirectWith(addressOfAsk(reader.askId), 'offer-made');
});

export default function Offer() {
  const { ask, back } = useLoaderData<typeof loader>();
  const { version, asker, mine } = ask;
  return (
    <AnswerPage ask={ask}>
      <HelpForm
        {...{ version, back, asker: asker.name }}
        answered={mine?.version ?? 0}
        faced={mine?.faced ?? ''}
      />
    </AnswerPage>
  );
}
