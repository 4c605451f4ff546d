import { CALENDAR } from '#app/calendars/addresses.ts';
import type { OwnFeed } from '#app/calendars/feed/queries/own-feeds.server.ts';
import { When } from '#app/time/when.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { CopyField } from '#app/ui/forms/copy-field.tsx';
import { Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Block, Details, Row, Rows } from '#app/ui/page/page.tsx';

interface FeedsViewProps {
  feeds: readonly OwnFeed[];
  circles: readonly { slug: string; name: string }[];
  zone: string;
  now: string;
}

/** The addresses that somebody’s calendar reads, and how to make another. */
export function FeedsView({ feeds, circles, zone, now }: FeedsViewProps) {
  const mail = useMailWords();
  return (
    <>
      {feeds.length > 0 && (
        <Block title="What calendars can read now">
          <Rows label="Addresses">
            {feeds.map((feed) => (
              <Row
                key={feed.id}
                title={nameOf(feed)}
                meta={<FeedState feed={feed} zone={zone} now={now} />}
                action={
                  <PostForm name={`end-${feed.id}`} action={CALENDAR}>
                    <Hidden name="act" value="end" />
                    <Hidden name="feed" value={feed.id} />
                    <Button aria-label={`End the address of ${nameOf(feed)}`}>End it</Button>
                  </PostForm>
                }
              />
            ))}
          </Rows>
        </Block>
      )}
      <Block title={feeds.length > 0 ? 'Make one anew, or another' : 'Make an address'}>
        <PostForm name="make" action={CALENDAR}>
          <Hidden name="act" value="make" />
          <Select
            name="circle"
            label="With the sessions of"
            options={[
              { value: '', label: 'All my circles' },
              ...circles.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
            defaultValue=""
            hint={
              feeds.length > 0 ? 'The address that was made for the same before ends.' : undefined
            }
          />
          <Button variant="primary">Make an address</Button>
        </PostForm>
      </Block>
      <Block title="What it says, and when">
        <p>
          When and where each session is, which ones are off, and times that a circle is still
          choosing from, as “May be”. With all your circles, your meetings of two as well. No
          agenda, no note and no card.
        </p>
        <p className="mt-3">
          Some calendars read an address only once a day, whatever they are told.{' '}
          {mail(
            'So what changes also comes by mail, as an invitation that your calendar takes in at once.',
            'What changes in the meantime stands on the session’s page.',
          )}
        </p>
      </Block>
    </>
  );
}

const nameOf = ({ circle, isOver }: OwnFeed) =>
  isOver ? 'A circle you left' : (circle ?? 'All my circles');

function FeedState({ feed, zone, now }: { feed: OwnFeed } & Pick<FeedsViewProps, 'zone' | 'now'>) {
  const { madeAt, readAt, isOver } = feed;
  return (
    <>
      Made <When at={madeAt} zone={zone} style="day" />
      {isOver ? (
        '; nothing can be read there'
      ) : readAt ? (
        <>
          ; read <When at={readAt} zone={zone} now={now} style="relative" />
        </>
      ) : (
        '; not read yet'
      )}
    </>
  );
}

/** An address that was just made: told only now. */
export function FeedMade({ address }: { address: string }) {
  return (
    <>
      <CopyField label="The address for your calendar" value={address} />
      <p className="mt-3">
        <a className="btn" href={address.replace(/^https?:/, 'webcal:')}>
          Open it in this device’s calendar
        </a>
      </p>
      <p className="mt-6 text-ink-2">
        Whoever has it can read when and where you meet, without signing in. Keep it as you would a
        password; end it here, and nothing can be read there any more.
      </p>
      <Details summary="Where it goes">
        <ul>
          <li>Google Calendar: Other calendars, From URL.</li>
          <li>Apple Calendar: File, New Calendar Subscription.</li>
          <li>Outlook: Add calendar, Subscribe from web.</li>
          <li>Thunderbird: New calendar, On the network.</li>
        </ul>
      </Details>
    </>
  );
}
