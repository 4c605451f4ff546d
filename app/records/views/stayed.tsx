import type { RecordView } from '#app/records/queries/record-view.ts';
import { inRoomWords, reachWords, WAS_HERE } from '#app/records/words.ts';

/** What stayed, as far as it may leave the room. On paper nobody is named. */
export function Stayed({ record, me }: { record: RecordView; me: number }) {
  const { takeaways, inRoom } = record;
  return (
    <section>
      <h2>What stayed</h2>
      <ol className="record-list">
        {takeaways.map(({ personId, name, body, reach }) => (
          <li key={personId}>
            <p className="record-words" dir="auto">
              “{body}”
            </p>
            <p className="row-meta">
              <span className="on-screen">
                <bdi>{personId === me ? 'You' : (name ?? WAS_HERE)}</bdi> ·{' '}
              </span>
              {reachWords[reach]}
            </p>
          </li>
        ))}
        {inRoom > 0 && <li className="row-meta">{inRoomWords(inRoom)}</li>}
        {takeaways.length === 0 && inRoom === 0 && (
          <li className="text-ink-2">Nobody has said yet.</li>
        )}
      </ol>
    </section>
  );
}
