import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { ClosingFields } from '#app/choosing/closing-fields.tsx';
import { openChoice } from '#app/choosing/commands/open-choice.server.ts';
import { CountingRules } from '#app/choosing/counting-rules.tsx';
import { OpeningForm } from '#app/choosing/forms.ts';
import { closingDefaults } from '#app/choosing/queries/closing-defaults.server.ts';
import { tooFarWords } from '#app/choosing/refusals.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { timeWords } from '#app/sessions/refusal-words.ts';
import type { Unresolved } from '#app/sessions/rules/local-time.ts';
import { TimeAnswer } from '#app/sessions/time-answer.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, PostForm } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page, PageHead } from '#app/ui/page.tsx';
import { EnterButton } from '#app/ui/row-drafts.tsx';
import { titled } from '#app/ui/title.ts';

export const meta = titled('Open a choice');

export const loader = facilitatorLoader(({ facilitator }) => ({
  defaults: closingDefaults(facilitator),
  zone: facilitator.circle.timeZone,
  back: `/circles/${facilitator.circle.slug}/choosing`,
  submissionKey: randomUUID(),
}));

export const action = facilitatorAction(OpeningForm, async ({ facilitator, form }) => {
  if (form.next) return shownAgain(form.next);
  const opened = await openChoice(facilitator, form.closing);
  if (opened.ok) {
    const path = `/circles/${facilitator.circle.slug}/choosing/${opened.choiceId}`;
    return redirectWith(path, opened.already ? 'choice-open-already' : 'choice-opened');
  }
  if (opened.reason === 'too-far') return refuse({ date: tooFarWords });
  const { resolved } = opened;
  return refusedWith(form.draft, { time: timeWords[resolved.reason] }, { resolved });
});

export default function OpenOne() {
  const { defaults, zone, back, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<{ form?: FormReply; resolved?: Unresolved } | undefined>();
  const reply = answer?.form;
  const { date, time } = (reply?.values ?? defaults) as { date: string; time: string };
  return (
    <Page width="narrow">
      <PageHead
        title="Which book next?"
        lede="Everyone proposes books and ranks them. Nobody sees how the others rank, and when it closes the count names one."
      />
      <PostForm>
        <EnterButton />
        <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
        <ClosingFields
          reply={reply}
          defaults={defaults}
          zone={zone}
          timeAnswer={
            <TimeAnswer resolved={answer?.resolved} date={date} time={time} zone={zone} />
          }
        />
        <p className="mb-5 max-w-measure text-ink-2">
          The others get a mail now, and a reminder the day before if they have not ranked.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" name="step" value="">
            Open it
          </Button>
          <ButtonLink to={back} variant="quiet">
            Not now
          </ButtonLink>
        </div>
      </PostForm>
      <div className="mt-6">
        <CountingRules />
      </div>
    </Page>
  );
}
