import { addressOfAttendance } from '#app/records/addresses.ts';
import { CommitmentTable } from '#app/records/commitments/views/commitment-table.tsx';
import { cameInNumbers, cameWords, wasThere } from '#app/records/words/record.ts';
import { dayIn } from '#app/time/words.ts';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block } from '#app/ui/page/page.tsx';
import { CameFlower } from './leaf.tsx';
import type { RecordPageProps } from './record-page.tsx';
import { Stayed } from './stayed.tsx';
import { Used } from './used.tsx';
import { Yours } from './yours.tsx';

/** Who came, what each will do, what stayed and what was used, once a session has begun. */
export function Held(props: RecordPageProps) {
  const { record, me, clocks, circleSlug, session } = props;
  const { came, others } = cameWords(record, me);
  return (
    <>
      <section className="record-came" aria-label="Who came">
        <CameFlower came={record.people.map((one) => wasThere(one, record.isNoted))} />
        <p className="on-screen">
          {came} {others && <span className="text-ink-2">{others}</span>}
          {props.leads && (
            <WhileOpen>
              {' '}
              <Link to={addressOfAttendance(circleSlug, session.id)}>
                {record.isNoted ? 'Change it' : 'Note who came'}
              </Link>
            </WhileOpen>
          )}
        </p>
        <p className="on-paper" aria-hidden="true">
          {cameInNumbers(record)}
        </p>
      </section>
      <div className="on-screen">
        <Yours {...props} />
      </div>
      {record.commitments.length > 0 && (
        <Block title="What we said we’d do">
          <p className="row-meta">
            Said at the close.
            {record.nextAt && ` Opened again on ${dayIn(record.nextAt, clocks.zone, clocks.now)}.`}
          </p>
          <CommitmentTable commitments={record.commitments} me={me} now={clocks.now} />
        </Block>
      )}
      <div className="record-halves">
        <Stayed record={record} me={me} />
        <Used
          record={record}
          minutes={session.minutes}
          circleSlug={circleSlug}
          sessionId={session.id}
          writes={props.writes}
        />
      </div>
    </>
  );
}
