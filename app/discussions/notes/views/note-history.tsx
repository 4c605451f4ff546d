import type { noteHistory } from '#app/discussions/notes/queries/notes.server.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { QuotedPassage } from './passage.tsx';

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
        title={`What ${apart(history.by)} wrote`}
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
            <QuotedPassage text={version.quote} page={version.page} />
            <Prose html={version.html} />
          </li>
        ))}
      </ol>
    </Page>
  );
}
