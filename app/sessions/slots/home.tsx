import type { HomeSlots, LoadedBy } from '#app/frame/slots.ts';
import { Unanswered } from '#app/sessions/replies/views/unanswered.tsx';
import { NextInCircle } from '#app/sessions/views/next-in-circle.tsx';
import { shortDayIn } from '#app/time/words.ts';
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
      show: ({ loaded: { next, firstIsOpen }, circle, isFirst, clocks }) => (
        <NextInCircle
          session={next.find((session) => session.circle.slug === circle.slug) ?? null}
          circleSlug={circle.slug}
          runs={circle.role !== 'member'}
          isAnsweredHere={isFirst && firstIsOpen}
          {...clocks}
        />
      ),
    },
  ],
  line: [
    {
      order: 10,
      show: ({ loaded: { later }, circle, clocks }) => {
        const session = later.find(({ slug }) => slug === circle.slug);
        return (
          session && (
            <span className="text-sm text-ink-2">
              {' '}
              {shortDayIn(session.startsAt, clocks.zone, clocks.now)}
            </span>
          )
        );
      },
    },
  ],
  // Who meets soonest.
  first: ({ next, later }) =>
    [...next.map(({ circle }) => circle), ...later].map(({ slug }) => slug),
};
