import {
  type DayRow,
  everyonesDay,
  type ZoneCount,
} from '#app/sessions/schedule/rules/everyones-day.ts';
import type { LocalTimeChoice } from '#app/time/local-time.ts';
import { clockCity } from '#app/time/zones.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { countWord } from '#app/ui/words.ts';

interface EveryonesDayProps {
  date: string;
  time: string;
  choice: LocalTimeChoice | undefined;
  /** the circle's zone */
  zone: string;
  zones: readonly ZoneCount[];
}

/** What time it would be for each member; who has it early or late; what would suit all. */
export function EveryonesDayTable({ zones, ...typed }: EveryonesDayProps) {
  const day = everyonesDay(typed, zones);
  return (
    <section aria-labelledby="everyones-day">
      <h2 id="everyones-day" className="text-[1.1875rem]">
        For everyone’s day
      </h2>
      {/* Follows the typing with scripts; without them the button below fills it. */}
      <div aria-live="polite">
        {day ? (
          <>
            <table className="my-3 w-full">
              <tbody>
                {day.rows.map((row) => (
                  <tr key={row.zone} className="border-t border-rule align-top">
                    <th scope="row" className="py-2 text-left font-normal">
                      {clockCity(row.zone)}
                      {row.people > 1 && ` · ${row.people} people`}
                    </th>
                    <Time row={row} />
                  </tr>
                ))}
              </tbody>
            </table>
            {day.better && (
              <p className="text-sm text-ink-2">
                {`${day.better} in ${clockCity(typed.zone)} would be inside everyone’s day.`}
              </p>
            )}
          </>
        ) : (
          <p className="my-2 text-sm text-ink-2">
            Choose a day and a time to see what it is on each member’s clock.
          </p>
        )}
      </div>
      <noscript>
        <Button name="step" value="check" formNoValidate className="mt-3">
          Check times
        </Button>
      </noscript>
    </section>
  );
}

const shiftWords = { '-1': 'the day before', '0': '', '1': 'the day after' } as const;

function Time({ row: { time, offset, shift, judged, people } }: { row: DayRow }) {
  const shifted = shiftWords[shift];
  return (
    <td className={`py-2 text-right font-semibold tabular-nums ${judged ? 'text-rubric' : ''}`}>
      {time}
      {offset && ` (${offset})`}
      {(shifted || judged) && (
        <p className="text-xs font-medium">
          {shifted}
          {shifted && judged && ', '}
          {judged && `${judged} for ${people === 1 ? 'one' : countWord(people)}`}
        </p>
      )}
    </td>
  );
}
