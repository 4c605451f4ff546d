import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { focusOn } from '#app/ui/document/arrival.ts';
import { forgetKept } from '#app/ui/document/kept.ts';

/** What a page says after something was done. */
export interface Notice {
  words: string;
  /** what it says of mail; on a site that sends none, where the mail is instead */
  mail?: string;
  /** a form that takes it back: `action` makes its address from the notice's parameter */
  undo?: { label: string; action: (param: string) => string };
  /** it says what to do next, so that it does not go by itself */
  stays?: true;
  /** drops what this browser kept for the person whose number is the parameter */
  forgets?: true;
}

/** One as its page shows it. */
export interface ShownNotice {
  words: string;
  /** `action` is the address of the form */
  undo?: { label: string; action: string };
  stays?: true;
  /** the person whose kept things are dropped */
  forgets?: number;
}

interface NoticeLineProps {
  /** what the last act left for this page: a new one each time, also of the same words */
  shown: ShownNotice;
}

const LEAVES_AFTER_MS = 8_000;

/**
 * What the last act did, and the way to take it back. It goes when the next form is sent, when it is
 * put away, and by itself when nothing hangs on it and nobody is at it. It stands in the shell's
 * status region.
 */
export function NoticeLine({ shown }: NoticeLineProps) {
  const { state } = useNavigation();
  const [past, setPast] = useState<ShownNotice>();
  const [isHeld, setHeld] = useState(false);
  const { words, undo, stays, forgets } = shown;
  const leaves = !undo && !stays && !isHeld;
  useEffect(() => {
    if (state === 'submitting') setPast(shown);
  }, [state, shown]);
  // Nobody leaves what is gone: the next one is not held by the one before.
  useEffect(() => setHeld(false), [shown]);
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(() => setPast(shown), LEAVES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [leaves, shown]);
  useEffect(() => {
    if (forgets) forgetKept(forgets);
  }, [forgets]);
  if (past === shown) return null;
  const hold = { onPointerEnter: () => setHeld(true), onFocus: () => setHeld(true) };
  const release = { onPointerLeave: () => setHeld(false), onBlur: () => setHeld(false) };
  return (
    <div className="notice notice-cloth" {...hold} {...release}>
      <p className="notice-words">{words}</p>
      {undo && (
        <Form method="post" action={undo.action}>
          <button type="submit" className="btn btn-quiet">
            {undo.label}
          </button>
        </Form>
      )}
      <button
        type="button"
        className="btn btn-quiet notice-away"
        aria-label="Put this away"
        onClick={() => {
          setPast(shown);
          focusOn(null);
        }}
      >
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
