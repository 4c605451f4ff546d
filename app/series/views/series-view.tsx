import { addressOfSeries } from '#app/series/addresses.ts';
import type { SeriesSession, SeriesView } from '#app/series/queries/series-view.ts';
import { addressOfSession, addressOfSessions } from '#app/sessions/addresses.ts';
import type { Clocks } from '#app/sessions/views/session-when.tsx';
import { saidWords } from '#app/sessions/words.ts';
import { When } from '#app/time/when.tsx';
import { dayIn, dayOf } from '#app/time/words.ts';
import { clockCity, hasClocksFor, isSameZone } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Empty, Facts, NoticeBar, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { Place } from '#app/ui/page/place.tsx';
import { plural } from '#app/ui/words.ts';

interface SeriesPageProps {
  series: SeriesView;
  circleSlug: string;
  /** a facilitator or the host */
  runs: boolean;
  me: number;
  clocks: Clocks;
}

/** Sessions that recur: their rule, and those that are to come. */
export function SeriesPage({ series, circleSlug, runs, me, clocks }: SeriesPageProps) {
  const path = addressOfSeries(circleSlug, series.id);
  const { sessions, endedAt, followedBy, follows } = series;
  const open = endedAt === null;
  return (
    <Page>
      <PageHead
        eyebrow={<Link to={addressOfSessions(circleSlug)}>Sessions</Link>}
        title={open ? series.recurs : <s>{series.recurs}</s>}
        lede={series.title && apart(series.title)}
        actions={
          runs &&
          open && (
            <>
              <ButtonLink to={`${path}/edit`}>Change them</ButtonLink>
              <ButtonLink to={`${path}/ending`} variant="quiet">
                End the series
              </ButtonLink>
            </>
          )
        }
      />
      {!open && <Ended series={series} path={path} runs={runs} zone={clocks.zone} />}
      {open && <ZoneWords series={series} circleZone={clocks.circleZone} />}
      <SeriesFacts series={series} me={me} />
      {(followedBy !== null || follows !== null) && (
        <p className="mt-3 text-ink-2">
          {follows !== null && (
            <>
              It goes on with{' '}
              <Link to={addressOfSeries(circleSlug, follows)}>a series before it</Link>.{' '}
            </>
          )}
          {followedBy !== null && (
            <>
              <Link to={addressOfSeries(circleSlug, followedBy)}>Another series</Link> goes on with
              it.
            </>
          )}
        </p>
      )}
      <Block title="To come">
        {sessions.length > 0 ? (
          <Rows>
            {sessions.map((session) => (
              <SessionRow key={session.id} {...{ session, series, circleSlug, clocks, runs }} />
            ))}
          </Rows>
        ) : (
          <Empty title="No session of it is to come." />
        )}
      </Block>
    </Page>
  );
}

function SeriesFacts({ series, me }: { series: SeriesView; me: number }) {
  const { minutes, place, facilitator, reading, untilOn } = series;
  const until = reading
    ? `With “${apart(reading.bookTitle)}”, on ${dayOf(reading.endsOn)}`
    : untilOn
      ? dayOf(untilOn)
      : 'Until someone ends it';
  return (
    <Facts
      items={[
        { term: 'Length', value: `${minutes} minutes` },
        { term: 'Where', value: place ? <Place place={place} /> : 'Not said yet' },
        {
          term: 'Runs them',
          value: facilitator
            ? facilitator.id === me
              ? 'You'
              : facilitator.name
            : 'Nobody yet, or whose turn it is',
        },
        { term: 'Until', value: until },
      ]}
    />
  );
}

function Ended(props: { series: SeriesView; path: string; runs: boolean; zone: string }) {
  const { series, path, runs, zone } = props;
  return (
    <div className="mb-8">
      <NoticeBar
        action={
          runs && (
            <ButtonLink to={`${path}/resuming`} variant="quiet">
              Go on with it
            </ButtonLink>
          )
        }
      >
        It ended on {dayIn(series.endedAt ?? '', zone)}.
      </NoticeBar>
    </div>
  );
}

/** What its clocks mean for who keeps others by now. */
function ZoneWords({ series, circleZone }: { series: SeriesView; circleZone: string }) {
  const { timeZone } = series;
  if (!hasClocksFor({ zone: timeZone })) {
    return (
      <div className="mb-8">
        <NoticeBar tone="rubric">
          This server has no clocks for “{timeZone}”, so no more sessions are made. Whoever runs the
          site can give it a newer Node; or change them to another zone.
        </NoticeBar>
      </div>
    );
  }
  if (isSameZone(timeZone, circleZone)) return null;
  return (
    <div className="mb-8">
      <NoticeBar>
        They keep {clockCity(timeZone)}’s clocks, as they were set. The circle keeps{' '}
        {clockCity(circleZone)}’s by now: “Change them” offers those.
      </NoticeBar>
    </div>
  );
}

interface SessionRowProps {
  session: SeriesSession;
  series: SeriesView;
  circleSlug: string;
  clocks: Clocks;
  runs: boolean;
}

function SessionRow({ session, series, circleSlug, clocks, runs }: SessionRowProps) {
  const { id, startsAt, title, coming, mine, cancelled, changedAlone } = session;
  const path = addressOfSession(circleSlug, id);
  const when = <When at={startsAt} zone={clocks.zone} now={clocks.now} />;
  const ownTitle = title && title !== series.title ? apart(title) : '';
  const facts = [
    ownTitle || (changedAlone ? 'changed by itself' : ''),
    coming > 0 ? `${coming} ${plural(coming, 'person', 'people')} said yes` : '',
    mine ? `you: ${saidWords[mine]}` : '',
  ].filter(Boolean);
  return (
    <Row
      title={cancelled === null ? when : <s className="text-ink-2">{when}</s>}
      to={path}
      new={cancelled === null && mine === null ? 'Will you come?' : undefined}
      meta={cancelled === null ? facts.join(' · ') : apart(cancelled)}
      action={
        runs &&
        series.endedAt === null && (
          <WhileOpen>
            {cancelled === null ? (
              <PostForm action={`${path}/skipping`} name={`skip-${id}`}>
                <Button variant="quiet">
                  Skip
                  <span className="sr-only"> {dayIn(startsAt, clocks.zone)}</span>
                </Button>
              </PostForm>
            ) : (
              <ButtonLink to={`${path}/restoration`} variant="quiet">
                Hold it
                <span className="sr-only"> on {dayIn(startsAt, clocks.zone)}</span>
              </ButtonLink>
            )}
          </WhileOpen>
        )
      }
    />
  );
}
