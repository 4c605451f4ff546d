import { CircleRow } from '#app/circles/views/circle-row.tsx';
import { standing } from '#app/circles/words/circles.ts';
import { addressOfRequestWithdrawal, addressOfSeat } from '#app/joining/addresses.ts';
import type { WaysIn } from '#app/joining/queries/mine.server.ts';
import { When } from '#app/time/when.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { useMailWords } from '#app/ui/page/mail-words.ts';

/** Circles the viewer stands in line for. */
export function InLineRows({ places }: { places: WaysIn['inLine'] }) {
  const mail = useMailWords();
  return places.map((place) => (
    <CircleRow
      key={place.slug}
      circle={{ ...place, taken: place.members }}
      to={addressOfSeat(place.slug)}
    >
      {standing(place.ahead)}.{' '}
      {mail(
        'We write to you when a seat is yours to take.',
        'You see here when a seat is yours to take: no mail leaves this site yet.',
      )}
    </CircleRow>
  ));
}

/** Circles the viewer has asked for a seat. */
export function AskedRows({ asked, zone }: { asked: WaysIn['asked']; zone: string }) {
  const mail = useMailWords();
  return asked.map((request) => (
    <CircleRow
      key={request.slug}
      circle={request}
      action={
        <PostForm action={addressOfRequestWithdrawal(request.slug)}>
          <Hidden name="confirmed" value="yes" />
          <Button variant="quiet">Withdraw</Button>
        </PostForm>
      }
    >
      You asked for a seat on <When at={request.since} zone={zone} style="day" />.{' '}
      {mail(
        'The answer comes by mail.',
        'The answer will show on this site: no mail leaves it yet.',
      )}
    </CircleRow>
  ));
}
