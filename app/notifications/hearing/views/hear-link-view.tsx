import { HEARING } from '#app/notifications/hearing/addresses.ts';
import type { HearLinkPage } from '#app/notifications/hearing/queries/hear-link.server.ts';
import { BETWEEN_VOLUMES } from '#app/notifications/hearing/rules/volumes.ts';
import { volumeMeanings } from '#app/notifications/hearing/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';
import { VolumeButtons } from './volume-buttons.tsx';

/** The one setting behind a mail's link, for whoever holds it. */
export function HearLinkView({ page }: { page: Exclude<HearLinkPage, { about: 'nothing' }> }) {
  return (
    <Page width="narrow">
      <div data-cloth={'cloth' in page ? page.cloth : undefined}>
        {page.about === 'thread' ? <OneThread {...page} /> : <Volumes page={page} />}
      </div>
      <p className="mt-10 text-ink-2">
        This link is about this one thing. <Link to={HEARING}>See all you hear of</Link>
      </p>
    </Page>
  );
}

type VolumesPage = Extract<HearLinkPage, { about: 'all' | 'between' | 'circle' }>;

function Volumes({ page }: { page: VolumesPage }) {
  const { volume } = page;
  const of = ofWhat(page);
  return (
    <>
      <PageHead
        title={`How you hear of ${of}`}
        lede={
          volume
            ? `As it is: ${volumeMeanings[volume]}.`
            : 'As it is, each of your circles has its own way, and so have asks and conversations.'
        }
      />
      <PostForm>
        <VolumeButtons
          name="set"
          volume={volume}
          of={`Mail of ${of}`}
          among={page.about === 'circle' ? undefined : BETWEEN_VOLUMES}
        />
      </PostForm>
    </>
  );
}

function ofWhat(page: VolumesPage): string {
  if (page.about === 'circle') return page.circle;
  return page.about === 'between' ? 'asks and conversations' : 'everything here';
}

function OneThread({ thread, circle, following }: Extract<HearLinkPage, { about: 'thread' }>) {
  const muted = following === 'muted';
  return (
    <>
      <PageHead
        eyebrow={circle}
        title={thread}
        lede={
          muted
            ? 'Muted: you hear no more of this thread until you write in it.'
            : 'You hear of this thread. Muted, you hear no more of it until you write in it.'
        }
      />
      <PostForm>
        <Button variant="primary" name="set" value={muted ? 'neither' : 'muted'}>
          {muted ? 'Unmute this thread' : 'Mute this thread'}
        </Button>
      </PostForm>
    </>
  );
}

/** The page of a link that is none of ours, or that there is nothing to set by any more. */
export function NothingToSet({ known }: { known: boolean }) {
  return (
    <Page width="narrow">
      <PageHead
        title={known ? 'There is nothing left to set' : 'This link does not work'}
        lede={
          known
            ? 'No mail comes to you from there any more.'
            : 'It may not be whole, or be too old. What you want to hear is on a page of your account.'
        }
      />
      {!known && (
        <ButtonLink to={HEARING} variant="primary">
          How you hear
        </ButtonLink>
      )}
    </Page>
  );
}
