import type { CircleSlots, LoadedBy } from '#app/frame/slots.ts';
import { MyProgress } from '#app/reading/progress/views/my-progress.tsx';
import { ReadingPlan } from '#app/reading/views/reading-plan.tsx';
import type { load } from './circle.server.ts';

export const slots: CircleSlots<LoadedBy<typeof load>> = {
  side: [
    {
      order: 10,
      show: ({ loaded: { reading, standing, mostlyRead }, circle: { slug }, runs }) => (
        <>
          <ReadingPlan reading={reading} own={standing} circleSlug={slug} canPlan={runs} />
          {standing && (
            <MyProgress circle={slug} standing={standing} mostlyRead={mostlyRead} back="circle" />
          )}
        </>
      ),
    },
  ],
};
