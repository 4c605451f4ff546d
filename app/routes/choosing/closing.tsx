import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found, gone } from '#app/access/refusals.server.ts';
import { addressOfChoice } from '#app/choosing/addresses.ts';
import { cancelChoice } from '#app/choosing/commands/cancel-choice.server.ts';
import { closeChoice } from '#app/choosing/commands/close-choice.server.ts';
import { moveChoice } from '#app/choosing/commands/move-choice.server.ts';
import { settledChoice } from '#app/choosing/commands/settle-choice.server.ts';
import { ClosingSchema } from '#app/choosing/forms.ts';
import { closingDefaults } from '#app/choosing/queries/closing-defaults.server.ts';
import { ClosedNow } from '#app/choosing/views/closed-now.tsx';
import { ClosingFields } from '#app/choosing/views/closing-fields.tsx';
import { movedRefusal, overWords } from '#app/choosing/words/refusals.ts';
import { turnoutWords } from '#app/choosing/words/turnout.ts';
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
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { titled } from '#app/ui/page/title.ts';

const TITLE = 'Close or move the choice';

export const meta = titled(TITLE);

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const choice = found(await settledChoice(facilitator, id('choice')));
  const { state, version, ranked, members, result, closesAt } = choice;
  const isOpen = state === 'open';
  return {
    isOpen,
    /** it closed before anybody had ranked */
    canReopen: state === 'closed' && result?.winner === null,
    version,
    ranked,
    members,
    defaults: closingDefaults(facilitator, isOpen ? new Date(closesAt) : undefined),
    circleZone: facilitator.circle.timeZone,
    back: addressOfChoice(facilitator.circle.slug, choice.id),
  };
});

export const action = facilitatorAction(ClosingSchema, async ({ facilitator, form, id }) => {
  const choiceId = id('choice');
  const path = addressOfChoice(facilitator.circle.slug, choiceId);
  if (form.next) return shownAgain(form.next);
  if (form.closing) {
    const moved = await moveChoice(facilitator, choiceId, form.closing);
    if (moved.ok) return redirectWith(path, 'choice-moved');
    if (moved.reason === 'time') {
      const { resolved } = moved;
      return refusedWith(form.draft, { time: timeWords[resolved.reason] }, { resolved });
    }
    if (moved.reason === 'gone') gone();
    if (moved.reason === 'changed-meanwhile') {
      const { version, closesAt } = found(await settledChoice(facilitator, choiceId));
      const typed = { ...form.draft, version: String(version) };
      return refusedWith(typed, movedRefusal[moved.reason], { saved: closesAt });
    }
    return refuse(movedRefusal[moved.reason]);
  }
  const act = form.what === 'close' ? closeChoice : cancelChoice;
  const done = await act(facilitator, choiceId);
  if (done.ok)
    return redirectWith(path, form.what === 'close' ? 'choice-closed' : 'choice-cancelled');
  found(done.reason === 'gone' ? null : true);
  return refuse({ '': overWords });
});

export default function CloseOrMove() {
  const loaded = useLoaderData<typeof loader>();
  const mail = useMailWords();
  const { isOpen, canReopen, version, ranked, members, defaults, circleZone, back } = loaded;
  const answer = useActionData<
    { form?: FormReply; resolved?: Unresolved; saved?: string } | undefined
  >();
  const reply = answer?.form?.values.what === 'move' ? answer.form : undefined;
  const zone = useShownZone(circleZone, reply);
  const { date, time } = (reply?.values ?? defaults) as { date: string; time: string };
  const move = (
    <>
      {answer?.saved && (
        <SavedNow>
          <p>Open until {dayAndTime(answer.saved, zone.shown)}</p>
        </SavedNow>
      )}
      <PostForm name="move">
        <EnterButton />
        <Hidden name="what" value="move" />
        <Hidden name="version" value={String(reply?.values.version ?? version)} />
        <ClosingFields
          reply={reply}
          defaults={defaults}
          zone={zone}
          timeAnswer={
            <TimeAnswer
              resolved={reply && answer?.resolved}
              date={date}
              time={time}
              zone={zone.shown}
            />
          }
        />
        <Button variant={canReopen ? 'primary' : 'plain'} name="step" value="">
          {canReopen ? 'Open it again' : 'Move it'}
        </Button>
      </PostForm>
    </>
  );
  if (canReopen) {
    return (
      <Page width="narrow">
        <PageHead
          title="Open it again?"
          lede={`The books stay. ${mail('Everyone else is told by mail.')}`}
        />
        {move}
      </Page>
    );
  }
  return (
    <ClosedNow isOpen={isOpen} title={TITLE} back={back}>
      <Page width="narrow">
        <PageHead title={TITLE} lede={turnoutWords(ranked, members)} />
        <Block title="Another time">
          <p className="mb-4 text-ink-2">{mail('The others are told by mail.')}</p>
          {move}
        </Block>
        <Block title="Close it now">
          <p className="mb-4 text-ink-2">
            It is counted, and everyone sees what was chosen. That cannot be taken back.
          </p>
          <PostForm name="close">
            <Hidden name="what" value="close" />
            <Button variant="primary">Close and count</Button>
          </PostForm>
        </Block>
        <Block title="Call it off">
          <p className="mb-4 text-ink-2">
            Nothing is counted, and what was ranked is deleted. The books stay on its page.
          </p>
          <PostForm name="cancel">
            <Hidden name="what" value="cancel" />
            <Button variant="danger">Call it off</Button>
          </PostForm>
        </Block>
        <p className="mt-8">
          <ButtonLink to={back} variant="quiet" className="-ml-2">
            Leave it open
          </ButtonLink>
        </p>
      </Page>
    </ClosedNow>
  );
}
