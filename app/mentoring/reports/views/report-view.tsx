import { addressOfReport } from '#app/mentoring/reports/addresses.ts';
import type { ReportView as Shown } from '#app/mentoring/reports/queries/report.server.ts';
import { dayAndTime, dayIn } from '#app/time/words.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { Prose } from '#app/ui/page/prose.tsx';

/** Exactly what was handed over, to both who did and whom it was handed to. */
export function ReportView({ report, zone }: { report: Shown; zone: string }) {
  const { id, mine, by, about, to, asHostOf, wordsHtml, at, settledAt, notes } = report;
  const as = asHostOf ? `host of ${apart(asHostOf)}` : 'who runs this site';
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={dayAndTime(at, zone)}
        title={mine ? `What you showed to ${apart(to)}` : `${apart(by)} shows you this`}
        lede={
          mine
            ? `${apart(to)}, ${as}, reads exactly this, and nobody else does.`
            : `About a conversation with ${apart(about)}. They chose you, ${as}, and nobody else; ${apart(about)} is told nothing.`
        }
      />
      <Prose html={wordsHtml} />
      <Block title={notes.length > 0 ? 'What was said there' : 'No note was handed over.'}>
        {notes.length > 0 && (
          <ol className="notes">
            {notes.map((note) => (
              <li className="note" key={note.id}>
                <header>
                  <h2>{note.by}</h2>
                  <time dateTime={note.at}>{dayAndTime(note.at, zone)}</time>
                </header>
                <Prose html={note.html} />
              </li>
            ))}
          </ol>
        )}
      </Block>
      {mine ? (
        settledAt && (
          <p className="hint">{`${apart(to)} saw to it on ${dayIn(settledAt, zone)}.`}</p>
        )
      ) : (
        <PostForm action={addressOfReport(id)}>
          <Hidden name="settled" value={settledAt ? 'no' : 'yes'} />
          <div className="actions">
            <Button variant={settledAt ? 'plain' : 'primary'}>
              {settledAt ? 'It needs me still' : 'I saw to it'}
            </Button>
          </div>
          <p className="hint">{`${apart(by)} reads that you did, and nothing else.`}</p>
        </PostForm>
      )}
    </Page>
  );
}
