import { useEffect, useState } from 'react';
import type { PollView } from '#app/polls/queries/poll-view.ts';
import type { BusyFound, ToRead } from './busy-worker.ts';

/** reading; stopped: something never ended; away: what reads could not be loaded */
type ReadingState = 'none' | 'reading' | 'done' | 'stopped' | 'away';

export interface BusyState {
  state: ReadingState;
  found: BusyFound | null;
  /** lines by slot */
  lines: ReadonlyMap<number, readonly string[]>;
  add: (files: Iterable<File>) => void;
  clear: () => void;
}

const STUCK_AFTER_MS = 15_000;
const NO_LINES: BusyState['lines'] = new Map();

/**
 * When the viewer is busy, from calendar files of their own. They are read in this browser and kept
 * as long as its page is shown: no request carries anything of them.
 */
export function useBusy(poll: PollView, { zone, now }: { zone: string; now: string }): BusyState {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [state, setState] = useState<ReadingState>('none');
  const [found, setFound] = useState<BusyFound | null>(null);
  const slots = poll.slots
    .filter(({ ahead }) => ahead)
    .map(({ id, startsAt }) => ({ id, startsAt }));
  const asked = JSON.stringify({ kind: poll.kind, minutes: poll.minutes, zone: poll.zone, slots });
  useEffect(() => {
    if (files.length === 0) return;
    const worker = new Worker(new URL('./busy-worker.ts', import.meta.url), { type: 'module' });
    let timer = 0;
    const end = (how: ReadingState) => {
      window.clearTimeout(timer);
      worker.terminate();
      setState(how);
    };
    const wait = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => end('stopped'), STUCK_AFTER_MS);
    };
    worker.onmessage = ({ data }: MessageEvent<BusyFound>) => {
      setFound(data);
      if (data.isDone) end('done');
      else wait();
    };
    worker.onerror = () => end('away');
    setState('reading');
    worker.postMessage({ files, asked: JSON.parse(asked), reader: { zone, now } } satisfies ToRead);
    wait();
    return () => {
      window.clearTimeout(timer);
      worker.terminate();
    };
    // `now` is new with each answer that is kept, and the same times are asked.
  }, [files, asked, zone]);
  return {
    state,
    found,
    lines: found ? new Map(found.lines) : NO_LINES,
    add: (more) => setFiles((before) => [...new Set([...before, ...more])]),
    clear: () => {
      setFiles([]);
      setFound(null);
      setState('none');
    },
  };
}
