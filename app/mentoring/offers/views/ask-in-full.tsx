import type { ReactNode } from 'react';
import { AskAsRead } from '#app/mentoring/asks/views/ask-as-read.tsx';
import type { AskToAnswer } from '#app/mentoring/offers/queries/answers-view.ts';
import { apart } from '#app/ui/apart.ts';
import { listed } from '#app/ui/words.ts';

interface AskInFullProps {
  ask: AskToAnswer;
  level: 1 | 2;
  children?: ReactNode;
}

/** An ask to somebody, with how it came to them. */
export function AskInFull({ ask, level, children }: AskInFullProps) {
  const { asker, title, html, source, neededBy } = ask;
  return (
    <AskAsRead {...{ asker, title, html, source, neededBy, level }} asks={asks(ask)}>
      {children}
    </AskAsRead>
  );
}

function asks({ direct, circles }: AskToAnswer): string {
  if (direct) return 'asks you';
  if (circles.length > 0) return `asks ${listed(circles.map(({ name }) => apart(name)))}`;
  return 'asks whoever might know';
}
