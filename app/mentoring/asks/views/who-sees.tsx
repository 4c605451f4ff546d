import type { Audience, PersonToAsk } from '#app/mentoring/asks/queries/audience-view.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';

export type Chosen =
  | { kind: 'group'; audience: Audience }
  | { kind: 'person'; person: PersonToAsk }
  | null;

/** Who would read the ask, by name. */
export function WhoSees({ chosen }: { chosen: Chosen }) {
  const people =
    chosen === null ? [] : chosen.kind === 'person' ? [chosen.person] : chosen.audience.people;
  return (
    <section className="ask-sees" aria-label="Who sees it">
      <h2>Who sees it</h2>
      {people.length === 0 ? (
        <p>Only you, so far.</p>
      ) : (
        <ul>
          {people.map(({ id, name }) => (
            <li key={id}>
              <PersonMark name={name} />
              <div>
                <b>
                  <bdi>{name}</bdi>
                </b>
                {chosen?.kind === 'person' && <p>and nobody else: not the circle, not its host.</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">You can ask more people later, one step at a time.</p>
    </section>
  );
}
