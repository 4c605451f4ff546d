import { Link } from '#app/ui/link.tsx';
import { Page, PageHead } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { When } from '#app/ui/time.tsx';
import { Passage } from './passage.tsx';
import type { noteHistory } from './queries/notes.server.ts';

interface Props {
  history: NonNullable<Awaited<ReturnType<typeof noteHistory>>>;
  /** where the note is read */
  back: string;
  zone: string;
}

/** What a note says and said, the newest first. */
export function NoteHistory({ history, back, zone }: Props) {
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={back}>{history.threadTitle}</Link>}
        title={`What ${history.by} wrote`}
      />
      <ol className="notes" reversed>
        {history.versions.map((version, index) => (
          <li className="note" key={version.version}>
            <header>
              <h2>
                {index === 0 ? 'Now' : index === history.versions.length - 1 ? 'First' : 'Then'}
              </h2>
              <When at={version.at} zone={zone} />
            </header>
            <Passage text={version.quote} page={version.page} />
            <Prose html={version.html} />
          </li>
        ))}
      </ol>
    </Page>
  );
}
