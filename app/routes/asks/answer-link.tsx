import { randomUUID } from 'node:crypto';
import { data, type LinksFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicAction, publicLoader } from '#app/access/gates.server.ts';
import asked from '#app/mentoring/asks/asks.css?url';
import { addressOfAnswerLink } from '#app/mentoring/offers/addresses.ts';
import { answerByLink } from '#app/mentoring/offers/commands/answer-by-link.server.ts';
import { AnswerByLinkSchema } from '#app/mentoring/offers/forms.ts';
import answered from '#app/mentoring/offers/offers.css?url';
import { answerLink } from '#app/mentoring/offers/queries/answer-link.server.ts';
import { notNowDays } from '#app/mentoring/offers/rules/not-now.server.ts';
import {
  AnsweredByLink,
  AnswerLinkView,
  NothingToAnswer,
} from '#app/mentoring/offers/views/answer-link-view.tsx';
import { whyNoAnswer } from '#app/mentoring/offers/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { titled } from '#app/ui/page/title.ts';

export const handle = { shell: 'cover' };

export const links: LinksFunction = () =>
  [asked, answered].map((href) => ({ rel: 'stylesheet', href }));

export const meta = titled('Your answer');

export const loader = publicLoader(async ({ params: { token = '' } }) => {
  const link = await answerLink(token);
  if (!link) return data({ is: 'nothing' as const }, { status: 404 });
  if (link.is === 'over') return data({ is: link.is });
  const { is, ask, answer, reader } = link;
  const days = notNowDays(reader.viewer.timeZone, new Date());
  return data({ is, ask, answer, days, submissionKey: randomUUID() as string });
});

/** Gives the answer that the link stands for. */
export const action = publicAction(AnswerByLinkSchema, async ({ params: { token = '' }, form }) => {
  const path = addressOfAnswerLink(token);
  const done = await answerByLink(token, form);
  if (done.ok) return redirectWith(path, done.said);
  if (done.reason === 'over') return redirectWith(path, 'answer-link-over');
  return refuse(whyNoAnswer(done.reason, done.field));
});

export default function AnswerLinkPage() {
  const page = useLoaderData<typeof loader>();
  if (page.is === 'nothing' || page.is === 'over') {
    return <NothingToAnswer known={page.is === 'over'} />;
  }
  return page.is === 'said' ? <AnsweredByLink {...page} /> : <AnswerLinkView {...page} />;
}
