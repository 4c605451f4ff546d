import type { PollView, SlotView } from '#app/polls/queries/poll-view.ts';
import { reasonOf } from '#app/polls/rules/ranking.ts';
import {
  canWords,
  nightWords,
  pollTitle,
  saidWords,
  shortNames,
  slotName,
} from '#app/polls/words.ts';
import { dayIn, timeBeside } from '#app/time/words.ts';
import { clockCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { listed } from '#app/ui/words.ts';
import type { Readings } from './weekly-fields.tsx';
import { WeeklyFields } from './weekly-fields.tsx';

interface ChooseSlotProps {
  poll: PollView;
  slot: SlotView;
  path: string;
  me: number;
  clocks: { now: string; zone: string };
  /** with which sessions of a weekly time may end */
  readings: Readings;
}

/** Asks before a time is chosen, and says first who refused it. */
export function ChooseSlot({ poll, slot, path, me, clocks, readings }: ChooseSlotProps) {
  const mail = useMailWords();
  const reason = reasonOf(slot, poll.people);
  const names = shortNames(poll.people);
  const refusing = reason.no.map(({ id, name }) => (id === me ? 'You' : apart(name)));
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={`${poll.minutes} minutes for ${pollTitle(poll.title)}`}
        title={slotName(poll.kind, slot.startsAt, clocks)}
        lede={`${canWords(reason, { me, names })} ${nightWords(reason, {
          ...{ me, names, startsAt: slot.startsAt, zone: clocks.zone },
        })}`}
      />
      {refusing.length > 0 && (
        <NoticeBar tone="rubric">{`${listed(refusing)} said no to this time.`}</NoticeBar>
      )}
      <ul className="my-6">
        {poll.people.map(({ id, name, zone }, at) => (
          <li key={id} className="border-t border-rule py-2">
            <bdi>{id === me ? 'You' : name}</bdi>{' '}
            <span className="text-ink-2">
              {id === me
                ? saidWords[slot.answers[at] ?? 'silent'].replace('hasn’t', 'haven’t')
                : saidWords[slot.answers[at] ?? 'silent']}
              {` · ${timeBeside(slot.startsAt, zone, clocks.zone)} in ${clockCity(zone)}`}
            </span>
          </li>
        ))}
      </ul>
      <PostForm>
        <Hidden name="slot" value={slot.id} />
        <Hidden name="refused" value={reason.no.map(({ id }) => id).join(' ')} />
        {poll.kind === 'weekly' && <WeeklyFields readings={readings} />}
        <p className="mb-4 text-ink-2">
          {poll.kind === 'weekly'
            ? `The first session is on ${dayIn(slot.startsAt, clocks.zone, clocks.now)}, and what everyone answered is their reply to it. `
            : 'The session is set then, and what everyone answered is their reply. '}
          {mail('Everyone else is told by mail.')}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">
            {refusing.length > 0 ? 'Choose it all the same' : 'Choose this time'}
          </Button>
          <ButtonLink to={path} variant="quiet">
            Not yet
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
