import { seated } from '#app/cards/projector/rules/seating.ts';
import { courseOf, type Place, placeIn } from '#app/cards/projector/rules/timer.ts';
import { cameWords, clockWords } from '#app/cards/projector/words.ts';
import { type Grouped, groupsOf } from '#app/cards/rules/groups.ts';
import { leaf } from '#app/ui/drawings/seats.tsx';

interface WallGroupsProps {
  step: Grouped;
  people: number | null;
  /** everybody who said they come, as they were drawn; null where only the number is known */
  names: readonly string[] | null;
  /** what went by of the step, in milliseconds; null where it has not begun */
  spent: number | null;
}

/** Who is with whom: a gathering of leaves a group, whose turn it is, and the words for it. */
export function WallGroups({ step, people, names, spent }: WallGroupsProps) {
  const sizes = people === null || step.mode === 'alone' ? [] : groupsOf(step.mode, people);
  const largest = sizes[0] ?? 0;
  const course = courseOf(step, largest);
  const round = course.kind === 'round' && spent !== null ? placeIn(course, spent).turn : null;
  const groups = names && sizes.length > 0 ? seated(step, names, round ?? course.turns) : null;
  return (
    <div className="wall-groups" data-many={sizes.length > 4 || undefined}>
      {sizes.map((size, at) => {
        const own = courseOf(step, size);
        const place = spent === null || own.kind !== 'turn' ? null : placeIn(own, spent);
        return (
          <figure key={at}>
            <Leaves size={size} place={own.kind === 'turn' ? (place ?? NOBODY) : null} />
            {(groups || own.turn !== course.turn) && (
              <figcaption>
                {groups && <Names names={groups[at] ?? []} turn={place?.turn ?? null} />}
                {place && own.turn !== course.turn && (
                  <small>
                    {place.turn === null
                      ? 'turns are over'
                      : `turn ${place.turn}: ${clockWords(place.left)}`}
                  </small>
                )}
              </figcaption>
            )}
          </figure>
        );
      })}
      <p className="wall-came">{cameWords(step, people)}</p>
    </div>
  );
}

const NOBODY: Pick<Place, 'turn' | 'state'> = { turn: 0, state: 'going' };

function Names({ names, turn }: { names: readonly string[]; turn: number | null }) {
  return (
    <ul data-long={names.length > 4 || undefined}>
      {names.map((name, at) => (
        <li key={name}>{at + 1 === turn ? <b dir="auto">{name}</b> : <bdi>{name}</bdi>}</li>
      ))}
    </ul>
  );
}

interface LeavesProps {
  size: number;
  /** null where nobody takes turns */
  place: Pick<Place, 'turn' | 'state'> | null;
}

/** A leaf a person: who had their turn is tinted, whose turn it is filled, the others outlined. */
function Leaves({ size, place }: LeavesProps) {
  const turn = place && (place.turn ?? size + 1);
  return (
    <svg className="wall-leaves" viewBox="-15 -15 30 30" aria-hidden>
      {Array.from({ length: size }, (_, at) => (
        <path
          key={at}
          d={leaf(size)}
          transform={`rotate(${+((at * 360) / size).toFixed(2)})`}
          className={turn === null || at + 1 === turn ? 'now' : at + 1 < turn ? 'had' : 'free'}
        />
      ))}
    </svg>
  );
}
