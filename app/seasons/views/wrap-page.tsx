import type { Role } from '#app/access/proofs.ts';
import { addressOfNewAsk } from '#app/mentoring/addresses.ts';
import type { StandingTakeaway } from '#app/seasons/commands/write-takeaway.server.ts';
import type { SeasonNumbers } from '#app/seasons/queries/season-numbers.server.ts';
import type { WrapPage } from '#app/seasons/queries/wrap.server.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Columns, Empty, NoticeBar, Page, PageHead } from '#app/ui/page/page.tsx';
import { plural } from '#app/ui/words.ts';
import { Recommit } from './recommit.tsx';
import { TakeawayForm } from './takeaway-form.tsx';
import { Others, Own } from './takeaways.tsx';

interface WrapViewProps {
  /** the circle's slug, and its path */
  circle: string;
  home: string;
  readingId: number;
  book: string;
  /** the viewer's name, and who they are */
  me: string;
  myId: number;
  role: Role;
  wrap: WrapPage | null;
  /** the own takeaway is being changed */
  writing: boolean;
  theirs?: StandingTakeaway;
}

/** The end of a reading: what we took from it, and who stays. */
export function WrapView(props: WrapViewProps) {
  const { circle, home, readingId, book, me, myId, role, wrap, ...typed } = props;
  const reading = `${home}/reading/${readingId}`;
  const path = `${reading}/wrap`;
  if (!wrap) {
    return (
      <Page width="narrow">
        <PageHead eyebrow={book} title="What we took from it" />
        <Empty
          title="The wrap opens when the reading ends."
          action={<Link to={reading}>See the plan</Link>}
        >
          Then everyone writes what they took from the book, and says whether they stay for the next
          one. What was written before is kept until then.
        </Empty>
      </Page>
    );
  }
  const askAbout = (person: number) =>
    addressOfNewAsk(circle, { takeaway: { reading: readingId, person } });
  const { mine, recommitting, numbers } = wrap;
  const writes = typed.writing || !mine || mine.takenBack;
  return (
    <Page>
      <PageHead
        eyebrow={<Link to={reading}>{book}</Link>}
        title="What we took from it"
        lede="A few lines from each, before the next book. Finished or half way, yours belongs here."
      />
      <Columns aside={<Recommit home={home} path={path} role={role} recommitting={recommitting} />}>
        {!recommitting.open && !recommitting.answered && (
          <div className="mb-6 min-[60rem]:hidden">
            <NoticeBar tone="rubric" action={<a href="#stay">Answer</a>}>
              Will you stay for the next book?
            </NoticeBar>
          </div>
        )}
        {writes ? (
          <TakeawayForm path={path} mine={mine} theirs={typed.theirs} />
        ) : (
          mine && <Own path={path} name={me} mine={mine} ask={askAbout(myId)} />
        )}
        <div className={writes ? 'mt-6' : undefined}>
          <Others path={path} askAbout={askAbout} {...wrap} />
        </div>
        <Numbers numbers={numbers} home={home} />
      </Columns>
    </Page>
  );
}

/** What the circle did together, small. */
function Numbers({ numbers, home }: { numbers: SeasonNumbers; home: string }) {
  const { sessions, notes, cards } = numbers;
  const items = [
    [sessions, plural(sessions, 'session held', 'sessions held')],
    [notes, plural(notes, 'note written', 'notes written')],
    [cards, plural(cards, 'card used', 'cards used')],
  ] as const;
  const shown = items.filter(([n]) => n > 0);
  return (
    <section className="mt-8 border-t border-rule pt-6" aria-label="This season">
      {shown.length > 0 && (
        <dl className="flex flex-wrap gap-x-8 gap-y-3">
          {shown.map(([n, words]) => (
            <div key={words} className="flex flex-row-reverse items-baseline gap-2">
              <dt className="text-sm text-ink-2">{words}</dt>
              <dd className="font-serif text-xl">{n}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="mt-4">
        <Link to={`${home}/threads`}>What you said along the way</Link>
      </p>
    </section>
  );
}
