import { HostTabs } from '#app/circles/views/host-tabs.tsx';
import { addressOfLineRemoval } from '#app/joining/addresses.ts';
import type { waitingLine } from '#app/joining/queries/requests.server.ts';
import { When } from '#app/time/when.tsx';
import { apart } from '#app/ui/apart.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { WhileOpen } from '#app/ui/forms/form-context.ts';
import { Empty, Page, PageHead } from '#app/ui/page/page.tsx';

interface WaitingViewProps {
  slug: string;
  line: Awaited<ReturnType<typeof waitingLine>>;
  timeZone: string;
}

/** The people in line for a seat, in order. */
export function WaitingView({ slug, line, timeZone }: WaitingViewProps) {
  return (
    <Page>
      <HostTabs slug={slug} />
      <PageHead title="Waiting list" />
      {line.length === 0 ? (
        <Empty title="Nobody is in line">
          When all seats are taken, whoever joins stands here. Seats that free are offered in this
          order, and held for three days each.
        </Empty>
      ) : (
        <ol className="rows max-w-[45rem]">
          {line.map((place, at) => (
            <li key={place.id} className="row">
              <span className="w-6 font-serif text-lg text-ink-2 tabular-nums">{at + 1}</span>
              <div className="row-words">
                <p className="row-title">{place.name}</p>
                <p className="row-meta">
                  {place.company && `${apart(place.company)} · `}
                  {place.role === 'facilitator' && 'as facilitator · '}
                  {place.offeredUntil ? (
                    <>
                      a seat is offered until <When at={place.offeredUntil} zone={timeZone} />
                    </>
                  ) : (
                    <>
                      in line since <When at={place.since} zone={timeZone} style="day" />
                    </>
                  )}
                </p>
              </div>
              <div className="row-action">
                <WhileOpen>
                  <ButtonLink to={addressOfLineRemoval(slug, place.id)} variant="quiet">
                    Remove
                  </ButtonLink>
                </WhileOpen>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
