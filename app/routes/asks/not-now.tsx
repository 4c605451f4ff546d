import { type LinksFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askReaderAction, askReaderLoader } from '#app/access/gates.server.ts';
import { addressOfAsk } from '#app/mentoring/addresses.ts';
import asked from '#app/mentoring/asks/asks.css?url';
import { sayNotNow } from '#app/mentoring/offers/commands/say-not-now.server.ts';
import { NotNowSchema } from '#app/mentoring/offers/forms.ts';
import answered from '#app/mentoring/offers/offers.css?url';
import { askToAnswer } from '#app/mentoring/offers/queries/ask-to-answer.server.ts';
import { notNowDays } from '#app/mentoring/offers/rules/not-now.server.ts';
import { NotNowForm } from '#app/mentoring/offers/views/answer-forms.tsx';
import { AnswerPage } from '#app/mentoring/offers/views/answer-page.tsx';
import { whyNoAnswer } from '#app/mentoring/offers/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () =>
  [asked, answered].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled('Not now');

export const loader = askReaderLoader(async ({ reader, viewer }) => {
  const back = addressOfAsk(reader.askId);
  if (reader.isAsker) throw redirect(back);
  const ask = await askToAnswer(reader);
  const days = notNowDays(viewer.timeZone, new Date());
  return { ask, back, first: days.first, until: ask.mine?.until ?? days.usual };
});

export const action = askReaderAction(NotNowSchema, async ({ reader, form }) => {
  const said = await sayNotNow(reader, form);
  if (!said.ok) return refuse(whyNoAnswer(said.reason, 'until'));
  return redirectWith(addressOfAsk(reader.askId), 'not-now-said');
});

export default function NotNow() {
  const { ask, ...form } = useLoaderData<typeof loader>();
  return (
    <AnswerPage ask={ask}>
      <NotNowForm
        {...form}
        version={ask.version}
        asker={ask.asker.name}
        answered={ask.mine?.version ?? 0}
      />
    </AnswerPage>
  );
}
