import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { Unanswered } from '#app/sessions/replies/views/unanswered.tsx';
import { NextInCircle } from '#app/sessions/views/next-in-circle.tsx';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [
    {
      order: 50,
      // The soonest is answered on its circle’s cover.
      show: ({ loaded: { next, unanswered }, clocks }) => {
        const others = unanswered.filter(({ id }) => id !== next[0]?.id);
        return others.length > 0 && <Unanswered sessions={others} zone={clocks.zone} />;
      },
    },
  ],
  card: [
    {
      order: 10,
      show: ({ loaded: { next, open }, circle, isFirst, clocks }) => (
        <NextInCircle
          session={next.find((session) => session.circle.slug === circle.slug) ?? null}
          circleSlug={circle.slug}
          runs={circle.role !== 'member'}
          isAnsweredHere={isFirst && open.includes(next[0]?.id ?? 0)}
          {...clocks}
        />
      ),
    },
  ],
  // Who meets soonest.
  first: ({ next }) => next.map(({ circle }) => circle.slug),
};
