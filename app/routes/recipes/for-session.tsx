import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { runnerAction, runnerLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { peopleIn } from '#app/cards/forms.ts';
import { refuse } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { ongoingIn } from '#app/reading/queries/ongoing-readings.server.ts';
import { addressOfRecipesFor } from '#app/recipes/addresses.ts';
import { putOn } from '#app/recipes/commands/put-on.server.ts';
import { favouritesOf } from '#app/recipes/favourites/queries/favourites.server.ts';
import { PutOnSchema } from '#app/recipes/forms.ts';
import { recipesForSession } from '#app/recipes/queries/for-session.server.ts';
import { usesOn } from '#app/recipes/queries/uses.server.ts';
import { expectedAt } from '#app/recipes/rules/expected.ts';
import { RecipesForSession } from '#app/recipes/views/recipes-for-session.tsx';
import { refusedWords } from '#app/recipes/words.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import { AgendaTotal } from '#app/sessions/agenda/views/agenda-list.tsx';
import { clocksOf } from '#app/sessions/queries/clocks.server.ts';
import { sessionOf } from '#app/sessions/queries/sessions.server.ts';
import { canChange, totalMinutes } from '#app/sessions/rules/session.ts';
import { ClosedSession } from '#app/sessions/views/closed-session.tsx';
import { dayAndTime, timeIn } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Use a recipe';

export const meta = titled(TITLE);

export const loader = runnerLoader(async ({ runner, url }) => {
  const asked = ongoingIn(runner);
  const [session, ongoing, favourites, uses] = await Promise.all([
    sessionOf(runner, runner.sessionId, { ongoing: asked }).then(found),
    asked,
    favouritesOf(runner),
    usesOn(runner),
  ]);
  const { minutes, state, cancelled, version, startsAt, agenda } = session;
  const expected = expectedAt(session.people);
  const people = peopleIn(url.searchParams) ?? expected;
  const { slug, name } = runner.circle;
  const { zone } = clocksOf(runner);
  return {
    session: { state, cancelled },
    closed: !canChange(session, new Date()),
    when: dayAndTime(startsAt, zone),
    total: { total: totalMinutes(agenda), minutes, starts: timeIn(startsAt, zone) },
    back: addressOfSession(slug, session.id),
    choosing: {
      ...(await recipesForSession(runner, session, { people, ongoing })),
      ...{ circle: { slug, name }, sessionId: session.id, zone, minutes, expected, uses },
      favourites: favourites.recipes,
      putting: {
        ...{ action: addressOfRecipesFor(slug, session.id), people, version },
        submissionKey: randomUUID(),
      },
    },
  };
});

export const action = runnerAction(PutOnSchema, async ({ runner, form }) => {
  const done = await putOn(runner, form);
  const { slug } = runner.circle;
  const path = addressOfSession(slug, runner.sessionId);
  if (done.ok) {
    if (done.useId === null) return redirectWith(path, 'recipe-there');
    return redirectWith(path, 'recipe-on', `${slug}/${runner.sessionId}/${done.useId}`);
  }
  if (done.reason !== 'gone') return refuse({ '': refusedWords[done.reason] });
  return found(null);
});

export default function ChooseRecipe() {
  const { session, closed, when, total, back, choosing } = useLoaderData<typeof loader>();
  const wrong = useActionData<{ form?: FormReply } | undefined>()?.form?.errors;
  if (closed) {
    const stays = 'its agenda stays as it was';
    return <ClosedSession session={session} title={TITLE} stays={stays} back={back} />;
  }
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={when}
        title={TITLE}
        lede={<AgendaTotal {...total} />}
        actions={<ButtonLink to={back}>Back to the session</ButtonLink>}
      />
      {wrong && <NoticeBar tone="rubric">{Object.values(wrong).flat().join(' ')}</NoticeBar>}
      <RecipesForSession {...choosing} />
    </Page>
  );
}
