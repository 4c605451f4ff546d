import { type ReactNode, useEffect, useState } from 'react';
import type { AgendaCardFields, AgendaCards } from './agenda-cards.tsx';

/**
 * Cards in the form of an agenda. Most visits to the form never look for one: a browser gets what
 * draws them by itself, after the page, and leaves what the server drew as it is until then. (A
 * Suspense would be drawn anew, and complain, where somebody types before that.)
 */
const parts = () => import('./agenda-cards.tsx');

type Parts = Awaited<ReturnType<typeof parts>>;

let known: Parts | null = import.meta.env.SSR ? await parts() : null;

interface LaterProps {
  children: (parts: Parts) => ReactNode;
}

function Later({ children }: LaterProps) {
  const [drawnBy, setDrawnBy] = useState(known);
  useEffect(() => {
    if (drawnBy) return;
    let isHere = true;
    parts().then((parts) => {
      known = parts;
      if (isHere) setDrawnBy(parts);
    });
    return () => {
      isHere = false;
    };
  }, [drawnBy]);
  return drawnBy ? (
    <div key="drawn" className="contents">
      {children(drawnBy)}
    </div>
  ) : (
    <div
      key="waiting"
      className="contents"
      suppressHydrationWarning
      // React keeps what stands there.
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}

export const FieldsForAgenda = (props: Parameters<typeof AgendaCardFields>[0]) => (
  <Later>{({ AgendaCardFields }) => <AgendaCardFields {...props} />}</Later>
);

export const CardsForAgenda = (props: Parameters<typeof AgendaCards>[0]) => (
  <Later>{({ AgendaCards }) => <AgendaCards {...props} />}</Later>
);
