import {
  addressOfCommitment,
  addressOfMyCommitment,
  addressOfSessionTakeaway,
} from '#app/records/addresses.ts';
import { BecameForm } from '#app/records/commitments/views/became-form.tsx';
import { CommitmentForm } from '#app/records/commitments/views/commitment-form.tsx';
import { reachWords } from '#app/records/words.ts';
import { PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Details, Panel } from '#app/ui/page/page.tsx';
import type { RecordPageProps } from './record-page.tsx';
import { SessionTakeawayForm } from './session-takeaway-form.tsx';

/** What the viewer says at the close: asked once, then said in a line with the way to change it. */
export function Yours({ record, session, circleSlug, me, byOn, askAbout }: RecordPageProps) {
  const commitment = record.commitments.find(({ personId }) => personId === me) ?? null;
  const takeaway = record.mine && !record.mine.takenBack ? record.mine : null;
  const of = { circleSlug, sessionId: session.id };
  const takeawayPath = addressOfSessionTakeaway(circleSlug, session.id);
  return (
    <WhileOpen>
      <div className="record-yours">
        <Panel title="What stayed with you">
          {takeaway ? (
            <>
              <p className="record-words" dir="auto">
                “{takeaway.body}”
              </p>
              <p className="row-meta">{reachWords[takeaway.reach]}</p>
              <div className="actions">
                <Link to={takeawayPath}>Change it</Link>
                <PostForm action={`${takeawayPath}/removal`}>
                  <button type="submit" className="link-button">
                    Take it back
                  </button>
                </PostForm>
              </div>
            </>
          ) : (
            <SessionTakeawayForm {...of} mine={record.mine} />
          )}
        </Panel>
        <Panel title="One small act">
          {commitment ? (
            <>
              <p className="record-words" dir="auto">
                {commitment.act}
              </p>
              <div className="actions">
                <Link to={addressOfMyCommitment(circleSlug, session.id)}>Change it</Link>
                {commitment.became === null && (
                  <Link to={askAbout(commitment)}>Ask for help with it</Link>
                )}
                <PostForm action={`${addressOfCommitment(circleSlug, commitment.id)}/removal`}>
                  <button type="submit" className="link-button">
                    Take it back
                  </button>
                </PostForm>
              </div>
              <Details
                summary={commitment.became === null ? 'Say what became of it' : 'Say it anew'}
              >
                <BecameForm circleSlug={circleSlug} commitment={commitment} />
              </Details>
            </>
          ) : (
            <CommitmentForm {...of} mine={null} byOn={byOn} />
          )}
        </Panel>
      </div>
    </WhileOpen>
  );
}
