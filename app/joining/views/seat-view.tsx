import { standing } from '#app/circles/words/circles.ts';
import { addressOfAbout } from '#app/joining/addresses.ts';
import type { MyPlace } from '#app/joining/queries/mine.server.ts';
import { When } from '#app/time/when.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';
import { Details, Eyebrow, Page } from '#app/ui/page/page.tsx';
import { ApartWarning } from './apart-warning.tsx';
import { OutsideBand } from './outside-band.tsx';

interface SeatViewProps {
  place: MyPlace;
  /** somebody whom the viewer keeps apart is in the circle */
  meetsKeptApart: boolean;
  timeZone: string;
}

type PlaceProps = Pick<SeatViewProps, 'place' | 'timeZone'>;

/** Where one stands in a circle's line, and the seat when it is offered. */
export function SeatView({ place, meetsKeptApart, timeZone }: SeatViewProps) {
  return (
    <div data-cloth={place.cloth}>
      <OutsideBand name={place.name} taken={place.members} seats={place.seats}>
        {place.members} of {place.seats} seats taken.
      </OutsideBand>
      <Page width="narrow">
        <Eyebrow>Waiting list</Eyebrow>
        {meetsKeptApart && <ApartWarning />}
        {place.state === 'offered' && <Offered place={place} timeZone={timeZone} />}
        {place.state === 'waiting' && <Waiting ahead={place.ahead} />}
        {place.state === 'lapsed' && <Lapsed place={place} timeZone={timeZone} />}
        {place.state !== 'lapsed' && <LeaveLine offered={place.state === 'offered'} />}
      </Page>
    </div>
  );
}

function Offered({ place, timeZone }: PlaceProps) {
  return (
    <>
      <h2 className="text-3xl">A seat is yours to take</h2>
      <p className="mt-3 mb-6">
        It is held for you until {place.until && <When at={place.until} zone={timeZone} />}. After
        that it goes to the next person in line.
      </p>
      <PostForm name="accept">
        <Hidden name="answer" value="accept" />
        <Button variant="primary">Take the seat</Button>
      </PostForm>
    </>
  );
}

function Waiting({ ahead }: { ahead: number }) {
  const mail = useMailWords();
  return (
    <>
      <h2 className="text-3xl">{standing(ahead)}</h2>
      <p className="mt-3 mb-6 max-w-measure">
        When a seat frees it is offered in turn, and held for three days.{' '}
        {mail(
          'We write to you when it is yours to take. There is nothing to do until then.',
          'It shows here when it is yours to take: look in now and then, no mail leaves this site yet.',
        )}
      </p>
    </>
  );
}

function Lapsed({ place, timeZone }: PlaceProps) {
  return (
    <>
      <h2 className="text-3xl">The seat went to the next person</h2>
      <p className="mt-3 mb-6 max-w-measure">
        It was held for you until {place.until && <When at={place.until} zone={timeZone} />}. You
        can stand in line again: with your invitation, if you had one
        {place.listed ? (
          <>
            , or by <Link to={addressOfAbout(place.slug)}>asking for a seat</Link>.
          </>
        ) : (
          '.'
        )}
      </p>
    </>
  );
}

function LeaveLine({ offered }: { offered: boolean }) {
  return (
    <div className="mt-8">
      <Details summary={offered ? 'I don’t want it any more' : 'I don’t want a seat any more'}>
        <p className="mb-4">
          {offered
            ? 'The seat is offered to the next person, and your place in line ends.'
            : 'Your place in line ends. You can come back later, at its end.'}
        </p>
        <PostForm name="leave">
          <Hidden name="answer" value="leave" />
          <Button variant="danger">{offered ? 'Decline the seat' : 'Leave the line'}</Button>
        </PostForm>
      </Details>
    </div>
  );
}
