import { type LinksFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askReaderLoader } from '#app/access/gates.server.ts';
import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import asked from '#app/mentoring/asks/asks.css?url';
import { readAsk } from '#app/mentoring/offers/commands/read-ask.server.ts';
import answered from '#app/mentoring/offers/offers.css?url';
import { askToAnswer } from '#app/mentoring/offers/queries/ask-to-answer.server.ts';
import { myAsk } from '#app/mentoring/offers/queries/my-ask.server.ts';
import { AskToAnswerView } from '#app/mentoring/offers/views/ask-to-answer-view.tsx';
import { MyAskView } from '#app/mentoring/offers/views/my-ask-view.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () =>
  [asked, answered].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled<{ title: string }>(({ title }) => title);

export const loader = askReaderLoader(async ({ reader, viewer, peek }) => {
  const mine = reader.isAsker;
  const ask = mine ? await myAsk(reader) : await askToAnswer(reader);
  if (!ask) throw redirect(addressOfDraft(reader.askId));
  await readAsk({ viewer, peek }, ask);
  const clock = { now: Date.now(), zone: viewer.timeZone };
  return 'asker' in ask
    ? { title: ask.title, mine: false as const, ask }
    : { title: ask.title, mine: true as const, ask, ...clock };
});

export default function Ask() {
  const page = useLoaderData<typeof loader>();
  return page.mine ? <MyAskView {...page} /> : <AskToAnswerView ask={page.ask} />;
}
