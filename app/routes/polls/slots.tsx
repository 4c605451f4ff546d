import type { LinksFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { facilitatorAction, facilitatorLoader } from '#app/access/gates.server.ts';
import { found } from '#app/access/refusals.server.ts';
import { refuse, refusedWith, shownAgain } from '#app/platform/forms/form.server.ts';
import { redirectWith } from '#app/platform/notice.server.ts';
import { addressOfPoll } from '#app/polls/addresses.ts';
import { changeSlots } from '#app/polls/commands/change-slots.server.ts';
import { SlotsSchema } from '#app/polls/forms/slots.ts';
import styles from '#app/polls/polls.css?url';
import { pollOf } from '#app/polls/queries/poll.server.ts';
import { slotDefaults } from '#app/polls/queries/poll-form.server.ts';
import { wrongClose, wrongRows } from '#app/polls/queries/wrong-slots.server.ts';
import { CloseFields, FirstWeek } from '#app/polls/views/poll-form.tsx';
import { SlotFields } from '#app/polls/views/slot-fields.tsx';
import { changedMeanwhile, pollOver, weekdaysWord } from '#app/polls/words.ts';
import { dayOf } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { EnterButton } from '#app/ui/forms/row-drafts.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { SavedNow } from '#app/ui/page/saved-now.tsx';
import { titled } from '#app/ui/page/title.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta = titled('Change the times');

export const loader = facilitatorLoader(async ({ facilitator, id }) => {
  const [poll, defaults] = await Promise.all([
    pollOf(facilitator, id('poll')).then(found),
    slotDefaults(facilitator, id('poll')).then(found),
  ]);
  const path = addressOfPoll(facilitator.circle.slug, poll.id);
  if (poll.state === 'chosen' || poll.state === 'called_off') throw redirect(path);
  return { defaults, path };
});

export const action = facilitatorAction(SlotsSchema, async ({ facilitator, form, id }) => {
  const path = addressOfPoll(facilitator.circle.slug, id('poll'));
  if (form.next) return shownAgain({ ...form.next, version: String(form.next.version) });
  const { change, draft } = form;
  const changed = await changeSlots(facilitator, id('poll'), change);
  if (changed.ok) return redirectWith(path, 'poll-changed');
  found(changed.reason === 'gone' ? null : true);
  if (changed.reason === 'slots') {
    const { reasons, slots } = wrongRows(draft.slots, changed.wrong, draft.kind);
    return refusedWith({ ...draft, slots, version: String(draft.version) }, reasons, {});
  }
  if (changed.reason === 'closes') return refuse(wrongClose(changed.resolved));
  if (changed.reason === 'changed-meanwhile') {
    const saved = found(await slotDefaults(facilitator, id('poll')));
    const typed = { ...draft, version: String(saved.version) };
    return refusedWith(typed, { '': changedMeanwhile }, { saved });
  }
  return refuse({ '': pollOver });
});

type Saved = NonNullable<Awaited<ReturnType<typeof slotDefaults>>>;

const slotWords = ({ date, weekday, time }: Saved['slots'][number], kind: string) =>
  `${kind === 'weekly' ? weekdaysWord(Number(weekday)) : dayOf(date)}, ${time}`;

export default function ChangeSlots() {
  const { defaults, path } = useLoaderData<typeof loader>();
  const answer = useActionData<{ form?: FormReply; saved?: Saved } | undefined>();
  const saved = answer?.saved;
  return (
    <Page width="narrow">
      <PageHead
        title="Change the times"
        lede={`On clocks in ${clockCity(defaults.zone)}, as they were first said. A time that stays keeps its answers.`}
      />
      {saved && (
        <SavedNow>
          <p>{saved.slots.map((slot) => slotWords(slot, saved.kind)).join(' · ')}</p>
        </SavedNow>
      )}
      <PostForm>
        <EnterButton />
        <Hidden name="version" value={String(answer?.form?.values.version ?? defaults.version)} />
        <Hidden name="kind" value={defaults.kind} />
        {defaults.kind === 'weekly' && <FirstWeek from={defaults.from} />}
        <SlotFields kind={defaults.kind} given={defaults.slots} reply={answer?.form} />
        <CloseFields defaults={defaults} />
        <div className="mt-6 flex flex-wrap gap-3">
          <Button variant="primary" name="step" value="">
            Save
          </Button>
          <ButtonLink to={path} variant="quiet">
            Leave it as it is
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
