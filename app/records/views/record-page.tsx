import { type ReactNode, useEffect } from 'react';
import { addressOfThread } from '#app/discussions/addresses.ts';
import { addressOfMinutes, addressOfRecord, addressOfRecordFile } from '#app/records/addresses.ts';
import { CommitmentTable } from '#app/records/commitments/views/commitment-table.tsx';
import type { CommitmentLine, RecordView } from '#app/records/queries/record-view.ts';
import { takeTheLearning } from '#app/records/words/record.ts';
import { addressOfSession } from '#app/sessions/addresses.ts';
import type { SessionView } from '#app/sessions/queries/session-view.ts';
import { readWords } from '#app/sessions/words.ts';
import { dayAndTime, dayIn, timeIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Empty, NoticeBar, Page } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { Held } from './held.tsx';

export interface RecordPageProps {
  session: SessionView;
  record: RecordView;
  circleSlug: string;
  me: number;
  clocks: { now: string; zone: string };
  /** the default day of what the viewer says they will do */
  byOn: string;
  /** whoever runs it, or takes its notes */
  writes: boolean;
  /** the page was asked for to be printed */
  prints: boolean;
  /** where an ask begins that comes from a commitment of the viewer's */
  askAbout: (commitment: CommitmentLine) => string;
  /** what was asked of one another there */
  asks: ReactNode;
}

/** What is kept of a session: people first, then what we said we’d do, what stayed, what we used. */
export function RecordPage(props: RecordPageProps) {
  const { session, record, circleSlug, me, clocks, writes, prints, asks } = props;
  const path = addressOfSession(circleSlug, session.id);
  const isComing = session.state === 'coming' || session.cancelled !== null;
  usePrinting(prints && !isComing);
  return (
    <Page>
      <div className="record">
        <header className="record-head">
          <div>
            <p className="eyebrow">{eyebrow(session, clocks.zone)}</p>
            <h1 dir="auto">{session.title || 'A session'}</h1>
            <p className="lede">
              {session.read && `${apart(readWords(session.read))}. `}
              <span className="on-screen">{dutiesWords(session, record, me)}</span>
            </p>
          </div>
          <div className="actions on-screen">
            {!isComing && (
              <>
                <ButtonLink to={`${addressOfRecord(circleSlug, session.id)}?print`}>
                  Print it
                </ButtonLink>
                <a
                  className="btn btn-quiet"
                  href={addressOfRecordFile(circleSlug, session.id)}
                  download
                >
                  As Markdown
                </a>
                <ButtonLink to={path} variant="quiet">
                  The session
                </ButtonLink>
              </>
            )}
          </div>
        </header>
        {prints && (
          <NoticeBar>
            On paper names become initials, and what was said between people stays here. If nothing
            opened, print this page from your browser’s menu.
          </NoticeBar>
        )}
        {record.before && <Before {...props} before={record.before} />}
        {isComing ? <NotYet session={session} path={path} clocks={clocks} /> : <Held {...props} />}
        {(record.minutes || writes) && (
          <div className="on-screen">
            <Block
              title="Minutes"
              action={
                writes &&
                session.cancelled === null && (
                  <WhileOpen>
                    <ButtonLink to={addressOfMinutes(circleSlug, session.id)}>
                      {record.minutes ? 'Change them' : 'Write them'}
                    </ButtonLink>
                  </WhileOpen>
                )
              }
            >
              {record.minutes ? (
                <Prose html={record.minutes.html} />
              ) : (
                <p className="text-ink-2">Nothing is written down yet.</p>
              )}
            </Block>
          </div>
        )}
        {asks && <div className="on-screen">{asks}</div>}
        {record.threadId !== null && (
          <p className="on-screen mt-8">
            <Link to={addressOfThread(circleSlug, record.threadId)}>
              The questions we did not come to
            </Link>
          </p>
        )}
        <footer className="record-foot">{takeTheLearning}</footer>
      </div>
    </Page>
  );
}

function Before({
  before,
  me,
  clocks,
  circleSlug,
}: RecordPageProps & { before: NonNullable<RecordView['before']> }) {
  return (
    <Block
      title="What we had said we’d do"
      action={
        <Link to={addressOfRecord(circleSlug, before.sessionId)}>
          {dayIn(before.startsAt, clocks.zone, clocks.now)}
        </Link>
      }
    >
      <CommitmentTable commitments={before.commitments} me={me} now={clocks.now} />
    </Block>
  );
}

function NotYet({
  session,
  path,
  clocks,
}: {
  session: SessionView;
  path: string;
  clocks: RecordPageProps['clocks'];
}) {
  const title = session.cancelled
    ? 'This session is off, so there is nothing to keep of it.'
    : `It begins on ${dayAndTime(session.startsAt, clocks.zone, clocks.now)}.`;
  return (
    <Empty title={title} action={<ButtonLink to={path}>The session</ButtonLink>}>
      {session.cancelled
        ? undefined
        : 'Who came, what stayed and what you will do is kept here from then on.'}
    </Empty>
  );
}

const eyebrow = ({ startsAt, endsAt, state }: SessionView, zone: string) =>
  `${state === 'coming' ? 'What is to come' : 'What happened'} · ${dayAndTime(startsAt, zone)} to ${timeIn(endsAt, zone)}`;

/** 'Hanne ran it, you took notes.' */
function dutiesWords({ facilitator, state }: SessionView, { scribe }: RecordView, me: number) {
  const who = ({ id, name }: { id: number; name: string }) => (id === me ? 'you' : apart(name));
  const over = state === 'past';
  const words = [
    facilitator &&
      `${who(facilitator)} ${over ? 'ran it' : facilitator.id === me ? 'run it' : 'runs it'}`,
    scribe &&
      `${who(scribe)} ${over ? 'took notes' : scribe.id === me ? 'take notes' : 'takes notes'}`,
  ].filter(Boolean);
  const said = words.join(', ');
  return said && `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** Opens the browser's way to print; the page says what else to do. */
function usePrinting(wanted: boolean) {
  useEffect(() => {
    if (wanted) window.print();
  }, [wanted]);
}
