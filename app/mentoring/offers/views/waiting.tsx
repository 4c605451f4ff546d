import { addressOfDraft } from '#app/mentoring/asks/addresses.ts';
import type { Unanswered } from '#app/mentoring/offers/queries/answers-view.ts';
import { relative } from '#app/time/words.ts';
import { ButtonLink } from '#app/ui/forms/button.tsx';
import { Block } from '#app/ui/page/page.tsx';
import type { MyAskProps } from './my-ask-view.tsx';

/** Who was asked alone and has not answered, since when, and what the asker can do then. */
export function Waiting({ ask, now, zone }: MyAskProps) {
  const { unanswered } = ask;
  const silent = unanswered.some(({ unansweredAt, away }) => unansweredAt || away);
  return (
    <Block title={silent ? 'No answer came' : 'Not answered yet'}>
      <ul className="rows">
        {unanswered.map((one) => (
          <li className="row" key={`${one.at} ${one.name}`}>
            <div className="row-words">
              <p className="row-title">
                <bdi>{one.name}</bdi>
              </p>
              <p className="row-meta">{words(one, now, zone)}</p>
            </div>
          </li>
        ))}
      </ul>
      {silent && (
        <>
          <p>Silence is seldom a no: weeks are full. Somebody else may have the time.</p>
          <div className="actions">
            <ButtonLink to={`${addressOfDraft(ask.id)}?to=person`} variant="primary">
              Ask a second person
            </ButtonLink>
            <ButtonLink to={addressOfDraft(ask.id)}>Ask the circle</ButtonLink>
          </div>
        </>
      )}
    </Block>
  );
}

function words({ at, nudgedAt, unansweredAt, away }: Unanswered, now: number, zone: string) {
  if (away) return 'It does not reach them any more: they are in none of your circles now.';
  const asked = `Asked ${relative(at, now, zone)}`;
  if (unansweredAt) return `${asked}, and once more. No answer since.`;
  if (nudgedAt) return `${asked}, and once more ${relative(nudgedAt, now, zone)}.`;
  return `${asked}. If they haven’t answered after two working days, they hear once more.`;
}
