import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { addressOfChoice, addressOfChoices } from '#app/choosing/addresses.ts';
import { openChoice } from '#app/choosing/commands/open-choice.server.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { OpenChoiceSchema } from '#app/choosing/forms.ts';
import { closingDefaults } from '#app/choosing/queries/closing-defaults.server.ts';
import { ClosingFields } from '#app/choosing/views/closing-fields.tsx';
import { CountingRules } from '#app/choosing/views/counting-rules.tsx';
import { openedBefore, tooFarWords } from '#app/choosing/words/refusals.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { TimeAnswer } from '#app/sessions/schedule/views/time-answer.tsx';
import { timeWords } from '#app/sessions/schedule/words.ts';
import type { Unresolved } from '#app/time/local-time.ts';
import { useShownZone } from '#app/time/local-time-fields.tsx';
import { dayAndTime } from '#app/time/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton } from '#app/ui/forms/row-drafts.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedFirst } from '#app/ui/page/saved-first.tsx';
import { titled } from '#app/ui/page/title.ts';

export const meta = titled('Open a choice');

export const loader = facilitatorLoader(({ facilitator }) => ({
  defaults: closingDefaults(facilitator),
  circleZone: facilitator.circle.timeZone,
  back: addressOfChoices(facilitator.circle.slug),
  submissionKey: randomUUID(),
}));

export const action = facilitatorAction(OpenChoiceSchema, async ({ facilitator, form }) => {
  if (form.next) return shownAgain(form.next);
  const opened = await openChoice(facilitator, form.closing);
  if (opened.ok) {
    const path = addressOfChoice(facilitator.circle.slug, opened.choiceId);
    return redirectWith(path, opened.already ? 'choice-open-already' : 'choice-opened');
  }
  if (opened.reason === 'another-first') {
    const { closesAt } = found(await settledChoice(facilitator, opened.choiceId));
    const saved = { to: addressOfChoice(facilitator.circle.slug, opened.choiceId), closesAt };
    return refusedWith(form.draft, { '': openedBefore }, { saved });
  }
  if (opened.reason === 'too-far') return refuse({ date: tooFarWords });
  const { resolved } = opened;
  return refusedWith(form.draft, { time: timeWords[resolved.reason] }, { resolved });
});

export default function OpenOne() {
  const { defaults, circleZone, back, submissionKey } = useLoaderData<typeof loader>();
  const mail = useMailWords();
  const answer = useActionData<
    | { form?: FormReply; resolved?: Unresolved; saved?: { to: string; closesAt: string } }
    | undefined
  >();
  const reply = answer?.form;
  const zone = useShownZone(circleZone, reply);
  const { date, time } = (reply?.values ?? defaults) as { date: string; time: string };
  return (
    <Page width="narrow">
      <PageHead
        title="Which book next?"
        lede="Everyone proposes books and ranks them. Nobody sees how the others rank, and when it closes the count names one."
      />
      {answer?.saved && (
        <SavedFirst
          to={answer.saved.to}
          title={`Open until ${dayAndTime(answer.saved.closesAt, zone.shown)}`}
        />
      )}
      <PostForm>
        <EnterButton />
        <Hidden name="submissionKey" value={String(reply?.values.submissionKey ?? submissionKey)} />
        <ClosingFields
          reply={reply}
          defaults={defaults}
          zone={zone}
          timeAnswer={
            <TimeAnswer resolved={answer?.resolved} date={date} time={time} zone={zone.shown} />
          }
        />
        <p className="mb-5 max-w-measure text-ink-2">
          {mail(
            'The others get a mail now, and a reminder the day before if they have not ranked.',
          )}
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
