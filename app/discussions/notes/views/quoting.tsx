import { useEffect, useState } from 'react';
import { quotedText, replyOf, withQuote, withQuoted } from '#app/discussions/rules/quoting.ts';

const REPLY = '.note > footer > a[href*="&reply="]';

interface Offer {
  top: number;
  left: number;
  quote(): void;
}

/**
 * Where scripts run, “Reply” puts its quote into the note that is being written, and so does a button
 * beside a passage that is selected. Without them the link loads the page with it.
 */
export function Quoting() {
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    const replying = (event: MouseEvent) => {
      const reply = (event.target as Element).closest<HTMLAnchorElement>(REPLY);
      if (!reply || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      // biome-ignore lint/performance/useDomNodeTextContent: paragraphs are to be lines of their own.
      const text = reply.closest('.note')?.querySelector<HTMLElement>('.prose')?.innerText ?? '';
      if (putIn(reply, selectedIn(reply)?.text ?? text)) event.preventDefault();
    };
    const selecting = () => {
      const node = document.getSelection()?.anchorNode;
      const reply = node?.parentElement?.closest('.note')?.querySelector<HTMLAnchorElement>(REPLY);
      const selected = reply && selectedIn(reply);
      if (!reply || !selected) return setOffer(null);
      const { bottom, left } = selected.box;
      setOffer({
        top: bottom + window.scrollY + 6,
        left: left + window.scrollX,
        quote: () => putIn(reply, selected.text),
      });
    };
    document.addEventListener('click', replying);
    document.addEventListener('selectionchange', selecting);
    return () => {
      document.removeEventListener('click', replying);
      document.removeEventListener('selectionchange', selecting);
    };
  }, []);
  if (!offer) return null;
  return (
    <button
      type="button"
      className="btn btn-primary quote-offer"
      style={{ top: offer.top, left: offer.left }}
      // Pressing it would let go of what is selected.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        offer.quote();
        document.getSelection()?.empty();
      }}
    >
      Quote
    </button>
  );
}

/** The passage that is selected in the text of the note a link belongs to. */
function selectedIn(reply: HTMLAnchorElement) {
  const selection = document.getSelection();
  const prose = reply.closest('.note')?.querySelector('.prose');
  if (!selection || selection.isCollapsed || !prose) return null;
  const { anchorNode, focusNode } = selection;
  if (!prose.contains(anchorNode) || !prose.contains(focusNode)) return null;
  const text = selection.toString().trim();
  return text ? { text, box: selection.getRangeAt(0).getBoundingClientRect() } : null;
}

/** Puts a passage of a note behind what was typed. @returns whether there is where to */
function putIn(reply: HTMLAnchorElement, passage: string): boolean {
  const form = document.querySelector<HTMLFormElement>('#write form');
  const body = form?.elements.namedItem('body');
  const quotes = form?.elements.namedItem('quotes');
  if (!(body instanceof HTMLTextAreaElement)) return false;
  const name = reply.closest('.note')?.querySelector('h2')?.textContent ?? '';
  if (quotes instanceof HTMLInputElement) {
    quotes.value = withQuoted(quotes.value, replyOf(new URL(reply.href).searchParams) ?? 0);
  }
  body.value = withQuote(body.value, quotedText(name, passage));
  // Its draft is kept as if it was typed.
  body.dispatchEvent(new Event('input', { bubbles: true }));
  body.focus();
  body.setSelectionRange(body.value.length, body.value.length);
  body.scrollTop = body.scrollHeight;
  return true;
}
