import type { ReactNode } from 'react';
import type { AskSource } from '#app/mentoring/asks/queries/source-view.ts';
import { dayOf } from '#app/time/words.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Prose } from '#app/ui/page/prose.tsx';
import { SourceLines } from './source-lines.tsx';

export interface AskAsReadProps {
  /** the asker’s name, and the address of their picture */
  asker: { name: string; picture?: string | null };
  /** to whom, as its reader is told: 'asks you', 'asks Tuesday leads' */
  asks: string;
  title: string;
  /** sanitised; '' where nothing was told */
  html: string;
  source?: AskSource | null;
  /** YYYY-MM-DD */
  neededBy?: string | null;
  /** how large the title is: the ask’s own page says it as its h1 */
  level?: 1 | 2 | 3;
  /** what its reader can do */
  children?: ReactNode;
}

/** An ask exactly as its reader sees it, wherever it is shown. */
export function AskAsRead(props: AskAsReadProps) {
  const { asker, asks, title, html, source, neededBy, level = 3, children } = props;
  const Title = `h${level}` as const;
  return (
    <article className="ask-read">
      <header>
        <PersonMark name={asker.name} picture={asker.picture} />
        <p>
          <b>
            <bdi>{asker.name}</bdi>
          </b>{' '}
          <span>{asks}</span>
        </p>
      </header>
      <Title dir="auto" className="ask-title">
        {title}
      </Title>
      {source && <SourceLines source={source} />}
      {html && <Prose html={html} />}
      {neededBy && <p className="ask-by">By {dayOf(neededBy)}</p>}
      {children}
    </article>
  );
}
