import type { CircleSlots, LoadedBy } from '#app/frame/slots.ts';
import { NextSession } from '#app/sessions/views/next-session.tsx';
import type { load } from './circle.server.ts';

export const slots: CircleSlots<LoadedBy<typeof load>> = {
  main: [
    {
      order: 20,
      show: ({ loaded: session, circle, ...on }) => (
        <NextSession session={session} circleSlug={circle.slug} {...on} />
      ),
    },
  ],
};
