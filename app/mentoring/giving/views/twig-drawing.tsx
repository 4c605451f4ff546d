import type { TwigView } from '#app/mentoring/giving/queries/giving-view.ts';

/** A twig: above its stem what was asked for, below it where somebody helped. Drawn on the server. */
export function TwigDrawing({ twig }: { twig: TwigView }) {
  return (
    <div>
      <svg width="288" viewBox="0 0 300 84" role="img" aria-label={twig.label}>
        <path
          d={twig.stem}
          fill="none"
          stroke="var(--rule-strong)"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
        <path d={twig.leaves} fill="var(--cloth)" />
      </svg>
      <p className="hint" aria-hidden="true">
        {twig.span}
      </p>
    </div>
  );
}
