import { Fragment, useEffect, useRef, useState } from 'react';
import { sectionName, sectionsInWords } from '#app/books/rules/section-name.ts';
import { pacesOf, weeksBetween } from '#app/reading/plan/rules/pace.ts';
import type { Picture, PictureStint } from '#app/reading/plan/rules/picture.ts';
import { dayOf } from '#app/time/words.ts';
import { drawn, share } from '#app/ui/drawings/drawn.ts';
import { PlanBorder } from './plan-border.tsx';

interface PlanPictureProps {
  picture: Picture;
  /** false in a book that names no pages: its sections are counted instead */
  paged: boolean;
  /** takes the border between two stints to where the first has the first `at` of their sections */
  onBorder: (first: PictureStint, second: PictureStint, at: number) => void;
}

/** A plan as a picture: the days down its thread, and the pages of each as a bar. */
export function PlanPicture({ picture, paged, onBorder }: PlanPictureProps) {
  const { stints, pace, startsOn, pauses } = picture;
  const track = useRef<HTMLOListElement>(null);
  const largest = Math.max(1, ...stints.map(({ pages }) => pages));
  // While a border is dragged the scale stands still, or the bars would run from the hand.
  const [held, setHeld] = useState<number | null>(null);
  // Without scripts nothing can be dragged, and the fields of the form do the same.
  const [hasScripts, setHasScripts] = useState(false);
  useEffect(() => setHasScripts(true), []);
  const scale = held ?? largest;
  if (stints.length === 0) {
    return (
      <p className="text-ink-2">
        Nothing is planned yet. Propose a plan, or add milestones by hand.
      </p>
    );
  }
  const paces = pacesOf({ startsOn: startsOn || (stints[0]?.dueOn ?? ''), stints, pauses });
  return (
    <>
      <ol ref={track}>
        {picture.recapOn && <Meeting day={picture.recapOn} words="Recap: nothing to read for it" />}
        {stints.map((stint, index) => {
          const before = stints[index - 1]?.dueOn || startsOn;
          const next = stints[index + 1];
          const comfortable =
            before && stint.dueOn ? pace * weeksBetween(before, stint.dueOn, pauses) : 0;
          return (
            <Fragment key={stint.key}>
              {pauses
                .filter(({ from }) => from > before && from <= stint.dueOn)
                .map((pause) => (
                  <Meeting
                    key={`${pause.from} ${pause.label}`}
                    off
                    day={pause.from}
                    words={`${pause.label || 'Off'}, until ${dayOf(pause.to)}`}
                  />
                ))}
              <li className="plan-stint">
                <p className="plan-day">
                  {stint.dueOn ? dayOf(stint.dueOn, 'short') : 'No day yet'}
                </p>
                <div className="plan-thread">
                  <StintBar stint={stint} scale={scale} comfortable={paged ? comfortable : 0}>
                    {hasScripts && next && (
                      <PlanBorder
                        first={stint}
                        second={next}
                        paged={paged}
                        pagesPerPixel={() => scale / (track.current ? barWidth(track.current) : 1)}
                        onHold={(isHeld) => setHeld(isHeld ? largest : null)}
                        onMove={(at) => onBorder(stint, next, at)}
                      />
                    )}
                  </StintBar>
                  <StintWords stint={stint} pace={paged ? (paces[index] ?? 0) : 0} paged={paged} />
                </div>
              </li>
            </Fragment>
          );
        })}
        {picture.wrapOn && <Meeting day={picture.wrapOn} words="Wrap: nothing to read for it" />}
      </ol>
      <p className="hint">
        A bar is what is read for that day, section by section
        {paged && pace > 0 && `; the dotted mark is ${pace} pages a week`}.{' '}
        {hasScripts
          ? 'Drag a bar’s end, or use the arrow keys on it, to move sections over.'
          : 'The fields below move sections over.'}
      </p>
    </>
  );
}

const barWidth = (list: HTMLElement) => list.querySelector('.plan-track')?.clientWidth ?? 1;

interface StintBarProps {
  stint: PictureStint;
  scale: number;
  /** pages that are comfortable in its time; 0 to leave the mark out */
  comfortable: number;
  children: React.ReactNode;
}

function StintBar({ stint, scale, comfortable, children }: StintBarProps) {
  return (
    <div className="plan-track">
      <div className={`plan-bar ${drawn(share(stint.pages, scale))}`}>
        <span aria-hidden="true">
          {stint.sections.map(({ id, pages }) => (
            <i key={id} className={drawn(Math.max(1, share(pages, stint.pages)))} />
          ))}
        </span>
        {children}
      </div>
      {comfortable > 0 && comfortable < scale && (
        <b aria-hidden="true" className={drawn(share(comfortable, scale))} />
      )}
    </div>
  );
}

function StintWords({ stint, pace, paged }: { stint: PictureStint; pace: number; paged: boolean }) {
  const { title, sections, fixed } = stint;
  return (
    <div className="plan-words">
      <p>
        <span className="font-serif text-ink">
          {title || sectionsInWords(sections) || 'Nothing yet'}
        </span>{' '}
        <span className="whitespace-nowrap">
          {amountWords(stint, paged)}
          {pace > 0 && stint.dueOn && `, ${pace} a week`}
        </span>
      </p>
      {fixed.map(({ section, by, kept }) => (
        <p key={section.id} className={kept ? undefined : 'font-semibold text-rubric'}>
          <bdi>{sectionName(section)}</bdi> {kept ? 'is' : 'is not'} finished by {dayOf(by)}.
        </p>
      ))}
    </div>
  );
}

/** '41 pages', 'about 41 pages', '3 sections'. */
function amountWords(
  { pages, about, sections }: Pick<PictureStint, 'pages' | 'about' | 'sections'>,
  paged: boolean,
): string {
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  if (!paged) return count(sections.length, 'section');
  return `${about ? 'about ' : ''}${count(pages, 'page')}`;
}

function Meeting({ day, words, off }: { day: string; words: string; off?: boolean }) {
  return (
    <li className={off ? 'plan-stint plan-off' : 'plan-stint'}>
      <p className="plan-day">{dayOf(day, 'short')}</p>
      <p className="plan-thread plan-words">{words}</p>
    </li>
  );
}
