import { GIVING } from '#app/mentoring/addresses.ts';
import { SEASON_QUESTION } from '#app/mentoring/giving/addresses.ts';
import type { TwigView } from '#app/mentoring/giving/queries/giving-view.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block } from '#app/ui/page/page.tsx';
import { TwigDrawing } from './twig-drawing.tsx';

interface GivingOnHomeProps {
  twig: TwigView | null;
  /** the question at the end of a season, in words */
  season: { was: string; question: string } | null;
}

/** Below everything: what I asked for and where I helped. Nothing where there is nothing. */
export function GivingOnHome({ twig, season }: GivingOnHomeProps) {
  if (!twig && !season) return null;
  return (
    <Block title="Giving and receiving">
      {season && (
        <p className="mb-4">
          {season.was} <Link to={SEASON_QUESTION}>{season.question}</Link>
        </p>
      )}
      {twig && (
        <div className="flex flex-wrap items-center gap-6">
          <TwigDrawing twig={twig} />
          <div className="min-w-60 flex-1">
            <p>{twig.words}</p>
            <p className="hint">
              Only you see this. <Link to={GIVING}>Month by month</Link>
            </p>
          </div>
        </div>
      )}
    </Block>
  );
}
