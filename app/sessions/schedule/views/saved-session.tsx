import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { readWords } from '#app/sessions/words.ts';
import { dayAndTime } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { SavedNow } from '#app/ui/page/saved-now.tsx';

/** What someone else saved meanwhile, beside the form that still holds what was typed. */
export function SavedSession({ session, zone }: { session: SessionView; zone: string }) {
  const { title, startsAt, minutes, place, facilitator, read, agenda } = session;
  return (
    <SavedNow>
      <p>
        {dayAndTime(startsAt, zone)}, {minutes} minutes
        {place && `, ${apart(place)}`}
      </p>
      <p>
        {[
          apart(title),
          facilitator && `run by ${apart(facilitator.name)}`,
          read && `read ${readWords(read)}`,
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <ol className="mt-2 text-sm">
        {agenda.map((item) => (
          <li key={item.id}>
            <bdi>{item.title}</bdi>, {item.minutes} minutes
          </li>
        ))}
      </ol>
    </SavedNow>
  );
}
