import { Form } from '@remix-run/react';
import { addressOfCircle } from '#app/circles/addresses.ts';
import { addressOfVolume } from '#app/notifications/hearing/addresses.ts';
import { VOLUMES, type Volume } from '#app/notifications/hearing/rules/volumes.ts';
import { volumeMeanings, volumeWords } from '#app/notifications/hearing/words.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Empty } from '#app/ui/page/page.tsx';
import { VolumeButtons } from './volume-buttons.tsx';

interface CircleVolumesProps {
  circles: readonly { slug: string; name: string; cloth: string; volume: Volume }[];
  /** when their digests come, in words */
  digest: string;
}

/** How much mail one wants of each of their circles. */
export function CircleVolumes({ circles, digest }: CircleVolumesProps) {
  if (circles.length === 0) {
    return (
      <Empty title="You’re in no circle yet.">
        Once you are, you say here how much you want to hear of it.
      </Empty>
    );
  }
  return (
    <Block title="Your circles">
      <dl className="volume-meanings">
        {VOLUMES.map((volume) => (
          <div key={volume}>
            <dt>{volumeWords[volume]}</dt>{' '}
            <dd>
              {volume === 'digest' ? `all of it in one mail, ${digest}` : volumeMeanings[volume]}
            </dd>
          </div>
        ))}
      </dl>
      <ul className="rows">
        {circles.map(({ slug, name, cloth, volume }) => (
          <li key={slug} id={slug} className="row hearing-circle" data-cloth={cloth}>
            <Link to={addressOfCircle(slug)} dir="auto" className="row-title">
              {name}
            </Link>
            <Form method="post" action={addressOfVolume(slug)}>
              <VolumeButtons name="volume" volume={volume} of={`Mail of ${name}`} />
            </Form>
          </li>
        ))}
      </ul>
    </Block>
  );
}
