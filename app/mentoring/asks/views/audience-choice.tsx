import { type ReactNode, useId } from 'react';
import type {
  Audience,
  Audiences,
  PersonToAsk,
} from '#app/mentoring/asks/queries/audience-view.ts';
import { apartInWords } from '#app/mentoring/asks/words.ts';
import { dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { ControlWords, useControl } from '#app/ui/forms/control.tsx';
import { Details } from '#app/ui/page/page.tsx';
import { countWord, listed, plural } from '#app/ui/words.ts';

interface Props {
  audiences: Audiences;
  chosen: { to: string; person: string };
  onChoose: (chosen: { to: string; person: string }) => void;
  /** the viewer’s zone, and the loader’s clock */
  zone: string;
  now: string;
}

const AT_FIRST = 5;

/** To whom an ask goes: the next session first, then one person, then wider, each by name. */
export function AudienceChoice({ audiences, chosen, onChoose, zone, now }: Props) {
  const { sessions, people, circles, all, site } = audiences;
  const to = useControl('to', undefined, chosen.to);
  const choose = (value: string) => onChoose({ ...chosen, to: value });
  const row = (one: { to: string; reached: boolean }, title: ReactNode, words: ReactNode) => (
    <Choice
      key={one.to}
      value={one.to}
      checked={chosen.to === one.to}
      disabled={one.reached}
      invalid={to.errors.length > 0}
      onChoose={choose}
      title={title}
    >
      {one.reached ? <small>It went there. </small> : null}
      {words}
    </Choice>
  );
  return (
    <fieldset className="ask-to" aria-describedby={to.attributes['aria-describedby']}>
      <legend className="sr-only">Who should read it?</legend>
      <ControlWords id={to.id} errors={to.errors} />
      {sessions.map((one) =>
        row(
          one,
          `The next session${sessions.length > 1 ? ` of ${apart(one.circle ?? '')}` : ''}`,
          <>
            <small>{sessionInWords(one, zone, now)}</small>
            <Warning of={one} />
          </>,
        ),
      )}
      {people.length > 0 &&
        row(
          { to: 'person', reached: false },
          'One person',
          <small>They answer you, and nobody else knows.</small>,
        )}
      <People people={people} chosen={chosen} onChoose={onChoose} />
      {circles.map((one) =>
        row(
          one,
          <bdi>{one.circle}</bdi>,
          <>
            <small>{namesOf(one)}</small>
            <Warning of={one} />
          </>,
        ),
      )}
      {all &&
        row(
          all,
          circles.length === 2 ? 'Both my circles' : 'All my circles',
          <>
            <small>{namesOf(all)}</small>
            <Warning of={all} />
          </>,
        )}
      {site ? (
        row(
          site,
          'Everyone here whose “ask me about” fits',
          <small>
            {site.people.length === 1 ? 'One person' : `${site.people.length} people`} outside your
            circles: {listed(site.people.map(({ id, name }) => fitInWords(name, site.fits[id])))}.
          </small>,
        )
      ) : (
        <p className="hint">Nobody outside your circles says to be asked about this just now.</p>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  value: string;
  checked: boolean;
  disabled: boolean;
  invalid: boolean;
  onChoose: (value: string) => void;
  title: ReactNode;
  children: ReactNode;
}

function Choice({ value, checked, disabled, invalid, onChoose, title, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="ask-choice">
      <input
        id={id}
        type="radio"
        name="to"
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        aria-invalid={invalid || undefined}
        aria-describedby={`${id}-who`}
        onChange={() => onChoose(value)}
      />
      <label htmlFor={id}>{title}</label>
      <div id={`${id}-who`}>{children}</div>
    </div>
  );
}

function People({
  people,
  chosen,
  onChoose,
}: Pick<Props, 'chosen' | 'onChoose'> & { people: PersonToAsk[] }) {
  if (people.length === 0) return null;
  const one = (person: PersonToAsk) => (
    <OnePerson key={person.id} person={person} chosen={chosen} onChoose={onChoose} />
  );
  const able = people.filter(({ not, reached }) => not === null && !reached);
  const first = able.slice(0, AT_FIRST);
  const rest = people.filter((person) => !first.includes(person));
  return (
    <div className="ask-people">
      {first.map(one)}
      {rest.length > 0 && (
        <Details summary="Somebody else" open={rest.some(({ id }) => String(id) === chosen.person)}>
          {rest.map(one)}
        </Details>
      )}
    </div>
  );
}

function OnePerson({
  person,
  chosen,
  onChoose,
}: Pick<Props, 'chosen' | 'onChoose'> & { person: PersonToAsk }) {
  const id = useId();
  const { name, not, reached, askMeAbout, company } = person;
  return (
    <div className="ask-choice">
      <input
        id={id}
        type="radio"
        name="person"
        value={person.id}
        defaultChecked={chosen.person === String(person.id)}
        disabled={not !== null || reached}
        aria-describedby={`${id}-why`}
        onChange={(event) => {
          // Whoever chooses a person means one person.
          const form = event.currentTarget.form;
          const alone = form?.querySelector<HTMLInputElement>('[name=to][value=person]');
          if (alone) alone.checked = true;
          onChoose({ to: 'person', person: String(person.id) });
        }}
      />
      <label htmlFor={id}>
        <bdi>{name}</bdi>
      </label>
      <div id={`${id}-why`}>
        <small>
          {reached
            ? 'You asked them.'
            : (not ?? (askMeAbout ? `Says “ask me about ${apart(askMeAbout)}”.` : company))}
        </small>
        {person.apart && (
          <small className="ask-apart">{apartInWords({ names: [name], unnamed: false })}</small>
        )}
      </div>
    </div>
  );
}

function Warning({ of }: { of: Audience }) {
  const words = apartInWords(of.apart);
  return words ? <small className="ask-apart">{words}</small> : null;
}

const namesOf = ({ people }: Audience) =>
  people.length > 0 ? `${listed(people.map(({ name }) => apart(name)))}.` : 'Nobody else yet.';

const fitInWords = (name: string, words: readonly string[] = []) =>
  `${apart(name)} (${words.map(apart).join(', ')})`;

function sessionInWords({ session, people }: Audience, zone: string, now: string): string {
  if (!session) return '';
  const runs = session.runs ? `; ${apart(session.runs)} runs it` : '';
  const readers = `${countWord(people.length)} ${plural(people.length, 'person reads', 'people read')}`;
  return `${dayIn(session.startsAt, zone, now)}. Ten minutes on the agenda${runs}. ${readers} it: ${listed(people.map(({ name }) => apart(name)))}.`;
}
