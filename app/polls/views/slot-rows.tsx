import { BusyLines } from '#app/polls/busy/views/busy-control.tsx';
import type { PollView, SlotView } from '#app/polls/queries/poll-view.ts';
import { ANSWERS } from '#app/polls/rules/poll.ts';
import { reasonOf } from '#app/polls/rules/ranking.ts';
import {
  answerWords,
  canWords,
  nightHour,
  saidWords,
  shortNames,
  slotDay,
  slotName,
} from '#app/polls/words.ts';
import { read } from '#app/time/reading.ts';
import { dayIn, timeBeside, timeIn } from '#app/time/words.ts';
import { clockCity, isSameZone } from '#app/time/zones.ts';
import { Hidden } from '#app/ui/forms/form.tsx';
import { Flower, type Leaf, OneLeaf } from './leaves.tsx';

/** The leaves of a slot, the viewer’s first. */
export const leavesOf = ({ answers, ahead }: SlotView, poll: PollView, me: number): Leaf[] =>
  poll.people.map(({ id }, at) => {
    const waits = id === me && poll.state === 'open' && ahead;
    return answers[at] ?? (waits ? 'mine' : 'silent');
  });

interface SlotRowsProps {
  poll: PollView;
  me: number;
  clocks: { now: string; zone: string };
  /** the slot that is best so far */
  best: number | undefined;
  /** by slot, what is in its way in the viewer’s own calendar */
  busy: ReadonlyMap<number, readonly string[]>;
}

/** Every slot in order, day by day: when it is for whom, the viewer’s answer, the others’. */
export function SlotRows(props: SlotRowsProps) {
  const { poll, clocks } = props;
  const days = new Map<string, { slot: SlotView; index: number }[]>();
  for (const [index, slot] of poll.slots.entries()) {
    const day = slotDay(poll.kind, slot.startsAt, clocks);
    days.set(day, [...(days.get(day) ?? []), { slot, index }]);
  }
  const others = poll.people.slice(1);
  const names = shortNames(poll.people);
  const isGrid = others.length <= 6;
  return (
    <div className={isGrid ? 'poll-slots poll-grid' : 'poll-slots'}>
      {isGrid && (
        <div className="poll-names" aria-hidden="true">
          {others.map(({ id, zone }) => (
            <span key={id}>
              <b>{names.get(id)}</b>
              <small>{clockCity(zone)}</small>
            </span>
          ))}
        </div>
      )}
      {[...days].map(([day, slots]) => (
        <section key={day}>
          <h3>{day}</h3>
          <ul>
            {slots.map(({ slot, index }) => (
              <SlotRow key={slot.id} {...props} slot={slot} index={index} names={names} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface SlotRowProps extends SlotRowsProps {
  slot: SlotView;
  index: number;
  names: ReadonlyMap<number, string>;
}

function SlotRow({ slot, index, poll, me, clocks, best, busy, names }: SlotRowProps) {
  const { zone, now } = clocks;
  const time = timeIn(slot.startsAt, zone);
  const day = dayIn(slot.startsAt, zone, now);
  const [weekday = ''] = day.split(' ');
  const late = nightHour(read(slot.startsAt, zone).time, weekday);
  const there = timeBeside(slot.startsAt, poll.zone, zone);
  const isOpen = poll.state === 'open' && slot.ahead;
  const waits = isOpen && slot.answers[0] === null;
  const reason = reasonOf(slot, poll.people);
  return (
    <li className={waits ? 'poll-slot poll-waits' : 'poll-slot'} id={`slot-${slot.id}`}>
      <div className="poll-when">
        <b>{time}</b>
        <span>
          {late && <strong>{late}</strong>}
          {!isSameZone(poll.zone, zone) && <small>{`${there} in ${clockCity(poll.zone)}`}</small>}
          {!slot.ahead && <small>It is over</small>}
        </span>
      </div>
      <Flower leaves={leavesOf(slot, poll, me)} />
      <div className="poll-mine">
        {isOpen ? (
          <MyAnswer
            {...{ slot, index }}
            name={slotName(poll.kind, slot.startsAt, clocks)}
            busy={busy.get(slot.id) ?? []}
          />
        ) : (
          <p className="text-sm text-ink-2">
            You: {saidWords[slot.answers[0] ?? 'silent'].replace('hasn’t', 'haven’t')}
          </p>
        )}
      </div>
      <ul className="poll-cells">
        {poll.people.slice(1).map((person, at) => (
          <li key={person.id}>
            <OneLeaf leaf={slot.answers[at + 1] ?? 'silent'} />
            <span className="poll-name">{names.get(person.id)}</span>
            <span className="sr-only">
              {poll.hidden ? '' : ` ${saidWords[slot.answers[at + 1] ?? 'silent']}`},{' '}
            </span>
            <small>
              {timeBeside(slot.startsAt, person.zone, zone).replace(/^(\w{3})\w+/, '$1')}
            </small>
          </li>
        ))}
      </ul>
      <p className="poll-together">
        {slot.id === best && <b>Best so far. </b>}
        {poll.hidden ? '' : canWords(reason, { me, names })}
      </p>
    </li>
  );
}

interface MyAnswerProps {
  slot: SlotView;
  index: number;
  name: string;
  busy: readonly string[];
}

/** Three radio buttons; what was answered when the page was made goes along. */
function MyAnswer({ slot, index, name, busy }: MyAnswerProps) {
  const [mine] = slot.answers;
  const clash = `busy-${slot.id}`;
  return (
    <fieldset aria-describedby={busy.length > 0 ? clash : undefined}>
      <legend className="sr-only">{name}</legend>
      <Hidden name={`answers[${index}].slot`} value={slot.id} />
      <Hidden name={`answers[${index}].was`} value={mine ?? ''} />
      <div className="segments">
        {ANSWERS.map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name={`answers[${index}].answer`}
              value={answer}
              data-slot={slot.id}
              defaultChecked={mine === answer}
            />
            <span>{answerWords[answer]}</span>
          </label>
        ))}
      </div>
      <BusyLines id={clash} lines={busy} />
    </fieldset>
  );
}
