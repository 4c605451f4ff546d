import { useEffect, useRef, useState } from 'react';
import {
  fileWords,
  foundWords,
  notLoaded,
  stoppedWords,
  unknownZoneWords,
  unreadWords,
} from '#app/polls/busy/words.ts';
import { Button } from '#app/ui/forms/button.tsx';
import type { BusyState } from './busy.ts';

/** Takes calendar files, chosen or dropped anywhere on the page. Without scripts it is not there. */
export function BusyControl({ busy }: { busy: BusyState }) {
  const { state, add, clear } = busy;
  const picker = useRef<HTMLInputElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  useDropped(add);
  if (!isReady) return null;
  const has = state !== 'none';
  return (
    <div className="poll-busy">
      <label className="btn btn-plain">
        <input
          ref={picker}
          type="file"
          multiple
          accept=".ics,.ical,.ifb,text/calendar"
          aria-describedby="busy-how"
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            // The same file can be chosen again once it was cleared.
            currentTarget.value = '';
          }}
        />
        {has ? 'Add another calendar' : 'Show where I’m busy'}
      </label>
      {has && (
        <Button
          type="button"
          variant="quiet"
          onClick={() => {
            clear();
            picker.current?.focus();
          }}
        >
          Clear
        </Button>
      )}
      <p id="busy-how">
        Choose your calendar’s file (.ics), or drop it here. It is read here, never sent, and
        forgotten when you leave this page.
      </p>
      <div role="status">
        {said(busy).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}

/** What became of the files. */
function said({ state, found, lines }: BusyState): string[] {
  if (state === 'none') return [];
  if (state === 'away') return [notLoaded];
  const wrong = (found?.files ?? []).flatMap(({ name, end }) =>
    end === 'read' ? [] : [fileWords(name, end)],
  );
  if (state === 'reading') return ['Reading…', ...wrong];
  const { files = [], unread = 0, unknownZones = [] } = found ?? {};
  const clashing = [...lines.values()].filter((those) => those.length > 0).length;
  const isRead = state === 'stopped' || files.some(({ end }) => end === 'read');
  return [
    ...(isRead ? [foundWords(clashing)] : []),
    ...(state === 'stopped' ? [stoppedWords] : []),
    ...(unread > 0 ? [unreadWords(unread)] : []),
    ...(unknownZones.length > 0 ? [unknownZoneWords(unknownZones)] : []),
    ...wrong,
  ];
}

/** A file that is dropped beside would take the page’s place. */
function useDropped(add: (files: Iterable<File>) => void) {
  const put = useRef(add);
  put.current = add;
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files');
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      put.current([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, []);
}

/** What is in the way of one slot. */
export function BusyLines({ id, lines }: { id: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul id={id} className="poll-clash">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
