import { NoteList } from '#app/discussions/notes/views/note-list.tsx';
import { Quoting } from '#app/discussions/notes/views/quoting.tsx';
import { addressOfConversation } from '#app/mentoring/addresses.ts';
import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import { SourceLines } from '#app/mentoring/asks/views/source-lines.tsx';
import { addressOfLine } from '#app/mentoring/conversations/addresses.ts';
import type { ConversationPage } from '#app/mentoring/conversations/queries/conversation-page.server.ts';
import type { ScriptStep } from '#app/mentoring/conversations/queries/script.server.ts';
import { shutInWords } from '#app/mentoring/conversations/words.ts';
import {
  type MeetingClocks,
  MeetingsOfTwo,
} from '#app/mentoring/meetings/views/meetings-of-two.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Columns, Details, NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { CameOfIt } from './came-of-it.tsx';
import { EndingAside } from './ending-aside.tsx';
import { LineComposer } from './line-composer.tsx';
import { ScriptForTwo } from './script-for-two.tsx';
import { TheTwo } from './the-two.tsx';

export interface ConversationViewProps {
  page: ConversationPage;
  /** what the ask comes from */
  source: AskSource | null;
  script: ScriptStep[];
  clocks: MeetingClocks;
  /** what the viewer answers to */
  quoted: { noteId: number; text: string } | null;
  submissionKey: string;
}

/** What two people say to each other about one ask. */
export function ConversationView(props: ConversationViewProps) {
  const { page, source, script, clocks, quoted, submissionKey } = props;
  const { id: conversationId, me, other, side, notes } = page;
  const path = addressOfConversation(conversationId);
  const shut = shutInWords(page, clocks.zone, clocks.now);
  const [first, last] = [notes[0], notes[notes.length - 1]];
  return (
    <Page>
      <TheTwo me={me.name} other={other.name} />
      <PageHead title={page.title} />
      <Columns
        aside={
          <>
            {!page.ended && (
              <ScriptForTwo {...{ conversationId, steps: script, side, other: other.name }} />
            )}
            <EndingAside page={page} />
          </>
        }
      >
        <div className="mb-6">
          <Details summary="What was asked">
            {source && <SourceLines source={source} />}
            <Prose html={page.askHtml} />
          </Details>
        </div>
        <MeetingsOfTwo {...{ conversationId, meetings: page.meetings, clocks, open: !shut }} />
        <CameOfIt page={page} source={source} />
        {page.earlier && first && (
          <nav className="note-pager" aria-label="Earlier notes">
            <Link to={`${path}?before=${first.id}`}>Earlier notes</Link>
          </nav>
        )}
        <NoteList thread={{ ...page, further: {} }} path={path} me={me.id} over={shut !== null} />
        <Quoting />
        {page.later && last && (
          <nav className="note-pager" aria-label="Later notes">
            <Link to={`${path}?after=${last.id}`}>Later notes</Link>
            <Link to={addressOfLine(conversationId, page.lastNoteId)}>The newest note</Link>
          </nav>
        )}
        {shut ? (
          <NoticeBar>{shut}</NoticeBar>
        ) : (
          <LineComposer
            {...{ conversationId, submissionKey, quoted, sent: page.sent }}
            me={me.id}
            other={other.name}
          />
        )}
      </Columns>
    </Page>
  );
}
