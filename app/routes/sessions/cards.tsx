import { memberLoader } from '#app/access/gates.server.ts';
import { runsNow } from '#app/access/membership.server.ts';
import { runnerOf } from '#app/access/session-duties.server.ts';
import { cardsToChoose } from '#app/sessions/agenda/queries/cards-to-choose.server.ts';
import { readForIn } from '#app/sessions/forms.ts';

/** Cards for an agenda that is being typed: its form asks for them while one is in it. */
export const loader = memberLoader(async ({ member, url: { searchParams } }) => {
  const read = readForIn({
    milestone: searchParams.get('milestone'),
    day: searchParams.get('day'),
  });
  const session = Number(searchParams.get('session'));
  const isRunner = Number.isSafeInteger(session) && session > 0 ? runnerOf(member, session) : null;
  const runsIt = runsNow(member) || (await isRunner) !== null;
  return Response.json(await cardsToChoose(member, searchParams, { read, runsIt }));
});
