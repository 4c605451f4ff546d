import { Form } from '@remix-run/react';
import { BETWEEN_VOLUME } from '#app/notifications/hearing/addresses.ts';
import { BETWEEN_VOLUMES, type BetweenVolume } from '#app/notifications/hearing/rules/volumes.ts';
import { ASKS_AND_CONVERSATIONS } from '#app/notifications/words.ts';
import { Block } from '#app/ui/page/page.tsx';
import { VolumeButtons } from './volume-buttons.tsx';

/** How much mail one wants of what is between them and others, in no circle. */
export function BetweenVolumes({ volume }: { volume: BetweenVolume }) {
  return (
    <Block title={ASKS_AND_CONVERSATIONS} id="between">
      <p className="mb-4 text-ink-2">
        What somebody asks you alone, and what the two of you say to each other.
      </p>
      <Form method="post" action={BETWEEN_VOLUME}>
        <VolumeButtons
          name="volume"
          volume={volume}
          of={`Mail of ${ASKS_AND_CONVERSATIONS.toLowerCase()}`}
          among={BETWEEN_VOLUMES}
        />
      </Form>
    </Block>
  );
}
