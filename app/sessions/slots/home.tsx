import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { Unanswered } from '#app/sessions/replies/views/unanswered.tsx';
import { NextInCircle } from '#app/sessions/views/next-in-circle.tsx';
import type { load } from './home.server.ts';

export const slots: HomeSlots<LoadedBy<typeof load>> = {
  needs: [
    {
      order: 50,
      show: ({ loaded: { unanswered }, clocks }) =>
        unanswered.length > 0 && <Unanswered sessions={unanswered} zone={clocks.zone} />,
    },
  ],
  card: [
    {
      order: 10,
      show: ({ loaded: { next }, circle, clocks }) => (
        <NextInCircle
          session={next.find((session) => session.circle.slug === circle.slug) ?? null}
          circleSlug={circle.slug}
          runs={circle.role !== 'member'}
          {...clocks}
        />
      ),
    },
  ],
  // Who meets soonest.
  first: ({ next }) => next.map(({ circle }) => circle.slug),
};
