import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerAction, viewerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { GIVING } from '#app/mentoring/addresses.ts';
import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import { answerSeason } from '#app/mentoring/giving/commands/answer-season.server.ts';
import { SeasonAnswerSchema } from '#app/mentoring/giving/forms.ts';
import { seasonAsked } from '#app/mentoring/giving/queries/giving-page.server.ts';
import { SeasonQuestionForm } from '#app/mentoring/giving/views/season-question-form.tsx';
import { DRAFTS_FULL, NO_ROOM, questionWords } from '#app/mentoring/giving/words.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('At the end of a season');

export const loader = viewerLoader(async ({ viewer }) => {
  const season = await seasonAsked(viewer);
  if (!season) throw redirect(GIVING);
  return { season };
});

export const action = viewerAction(SeasonAnswerSchema, async ({ viewer, form }) => {
  const answered = await answerSeason(viewer, form);
  if (!answered.ok) {
    found(answered.reason === 'gone' ? null : true);
    return refuse({ words: answered.reason === 'full' ? DRAFTS_FULL : NO_ROOM });
  }
  if (answered.askId !== null) {
    return redirectWith(addressOfDraft(answered.askId), 'week-is-draft');
  }
  return redirectWith(GIVING, form.act === 'offer' ? 'season-offered' : 'season-let-be');
});

export default function AtTheEnd() {
  const { season } = useLoaderData<typeof loader>();
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={GIVING}>Giving and receiving</Link>}
        title={questionWords(season.question, season).question}
        lede={
          <>
            At the end of <bdi>{season.book}</bdi>. It is asked once, and only you see it.
          </>
        }
      />
      <SeasonQuestionForm season={season} />
    </Page>
  );
}
