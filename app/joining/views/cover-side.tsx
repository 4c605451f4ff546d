import { list, seatsWords } from '#app/circles/words/circles.ts';
import type { JoinPage } from '#app/joining/queries/join-page.server.ts';
import { dayIn } from '#app/time/words.ts';
import { zoneCity } from '#app/time/zones.ts';
import { apart } from '#app/ui/apart.ts';
import { Mark, Seats } from '#app/ui/drawings/seats.tsx';
import { Link } from '#app/ui/page/link.tsx';

/** The outside of the book: the circle's cloth, its leaves, its name and who is in it. */
export function CoverSide({ circle }: { circle: JoinPage }) {
  const facts = [
    { term: 'Host', value: circle.host },
    circle.names.length > 1 && {
      term: 'In it',
      value: list(circle.names.filter((name) => name !== circle.host)),
    },
    { term: 'Seats', value: seatsWords(circle) },
    { term: 'Time zone', value: zoneCity(circle.timeZone) },
    circle.role === 'facilitator' && { term: 'You’d be', value: 'A facilitator' },
    { term: 'Open until', value: dayIn(circle.until, circle.timeZone) },
  ].filter((fact) => fact !== false);
  return (
    <div className="bind p-[clamp(1rem,6vw,4.5rem)] lg:pt-10 lg:[box-shadow:inset_14px_0_0_#0003,inset_15px_0_0_#fff3]">
      <Link
        to="/"
        className="mb-10 inline-flex min-h-11 items-center gap-2 font-serif font-semibold no-underline lg:mb-[9vh]"
      >
        <Mark />
        Octavo
      </Link>
      <div className="lg:sticky lg:top-[12vh]">
        <Seats taken={circle.seats - circle.free} of={circle.seats} size="huge" />
        <p className="eyebrow mt-8">
          {circle.invitedBy
            ? `${apart(circle.invitedBy)} invites you to a circle`
            : 'You’re invited to a circle'}
        </p>
        <h1>{circle.name}</h1>
        {circle.purpose && (
          <p className="mt-4 max-w-[30rem] font-serif text-xl leading-normal">{circle.purpose}</p>
        )}
        {circle.word && (
          <blockquote className="mt-6 max-w-[30rem] border-l-2 border-white/60 pl-4 font-serif text-lg leading-normal whitespace-pre-line italic">
            {circle.word}
          </blockquote>
        )}
        <dl className="mt-8 grid max-w-[30rem] gap-2 text-sm">
          {facts.map(({ term, value }) => (
            <div key={term} className="grid grid-cols-[5.5rem_1fr] gap-3">
              <dt className="text-white/85">{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
