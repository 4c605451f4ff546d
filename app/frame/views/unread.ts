import { useEffect, useState } from 'react';
import type { ShellViewer } from '#app/circles/rules/faces.ts';
import { mainWays } from '#app/frame/nav.ts';

const EVERY_MS = 60_000;

interface Unread {
  unread: number;
  /** since it was asked for before */
  grew?: boolean;
}

// One way says how much is new there.
const count = mainWays.find((way) => way.count)?.count ?? '';

/**
 * How much is new to the viewer, kept current while they look at the page: asked for once a minute,
 * and when they come back to it.
 */
export function useUnread(viewer: ShellViewer): Unread {
  const [anew, setAnew] = useState<Unread & { of: ShellViewer }>();
  useEffect(() => {
    let before = viewer.unread;
    const ask = async () => {
      if (document.hidden || !navigator.onLine) return;
      const answer = await fetch(count, { redirect: 'manual' }).catch(() => null);
      // Who is signed out is sent elsewhere.
      if (answer?.type === 'opaqueredirect') stop();
      if (!answer?.ok) return;
      const unread: number = await answer.json();
      setAnew({ of: viewer, unread, grew: unread > before });
      before = unread;
    };
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    const stop = () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
    return stop;
  }, [viewer]);
  return anew?.of === viewer ? anew : viewer;
}
