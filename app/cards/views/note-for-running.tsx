import { CardWords } from './card-words.tsx';

/** What a card says to whoever runs it, folded up below its name on their agenda. */
export function NoteForRunning({ html }: { html: string | undefined }) {
  if (!html) return null;
  return (
    <details className="mt-2 font-sans text-sm font-normal print:hidden">
      <summary className="cursor-pointer text-ink-2">For whoever runs it</summary>
      <CardWords html={html} className="mt-2 leading-relaxed" />
    </details>
  );
}
