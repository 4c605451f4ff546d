import type { Facilitator, Member, Viewer } from '#app/access/proofs.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { type CastCircle, circleOf, member, type Name, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

/**
 * A circle with somebody of every kind: Ines hosts it; Lena facilitates, and hears what concerns her;
 * of the members Noor hears everything, Rui what concerns him, Tomasz a digest, Amara nothing; the
 * account of Priya is closed, and Sam has left. Mallory is in another circle.
 */
export interface Company {
  circle: CastCircle;
  ines: CastCircle['host'];
  lena: Facilitator;
  noor: Member;
  rui: Member;
  tomasz: Member;
  amara: Member;
  mallory: Viewer;
}

export async function company(
  given: { seats?: number; visibility?: 'listed' } = {},
): Promise<Company> {
  const named = async (name: Name) => person(name);
  const lena = await named('Lena');
  const [noor, rui, tomasz] = [await named('Noor'), await named('Rui'), await named('Tomasz')];
  const [amara, priya, sam] = [await named('Amara'), await named('Priya'), await named('Sam')];
  const members = [noor, rui, tomasz, amara, priya, sam];
  const circle = await circleOf({
    seats: 12,
    timeZone: 'UTC',
    facilitators: [lena],
    members,
    ...given,
  });
  await db.insertInto('person_deactivation').values({ person_id: priya.personId }).execute();
  await db
    .deleteFrom('membership')
    .where('circle_id', '=', circle.id)
    .where('person_id', '=', sam.personId)
    .execute();
  const mallory = await named('Mallory');
  await circleOf({ members: [mallory] });
  const [asLena] = circle.facilitators;
  if (!asLena) throw new Error('Lena facilitates.');
  const as = (who: Viewer) => member(who, circle.slug);
  const all = {
    ...{ circle, mallory, ines: circle.host, lena: asLena },
    ...{ noor: await as(noor), rui: await as(rui) },
    ...{ tomasz: await as(tomasz), amara: await as(amara) },
  };
  await setVolume(all.lena, 'concerns');
  await setVolume(all.rui, 'concerns');
  await setVolume(all.tomasz, 'digest');
  await setVolume(all.amara, 'nothing');
  return all;
}

/** What somebody is told: its kind, whether it is for them in particular, and what mail they get of it. */
export type Told = Partial<Record<Name, string>>;

/**
 * What `act` tells, by person: 'session-moved, mail', where
 * - `*` says that it is for them, `read` that their line is read already;
 * - `mail` that a message is sent of it now, `later` that one may tell of it after the window.
 */
export async function toldBy({ circle }: Company, act: () => Promise<unknown>): Promise<Told> {
  const all = acrossCircles(db, 'an inbox is one person’s');
  await all.deleteFrom('inbox_item').where('circle_id', '=', circle.id).execute();
  const { last } = await all
    .selectFrom('message')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  await act();
  const items = await all
    .selectFrom('inbox_item as i')
    .innerJoin('person', 'person.id', 'i.person_id')
    .select(['person.name', 'person.id', 'i.kind', 'i.for_you', 'i.read_at', 'i.mail_at', 'i.at'])
    .where('i.circle_id', '=', circle.id)
    .orderBy('i.topic')
    .execute();
  const messages = await all
    .selectFrom('message')
    .select(['person_id', 'kind'])
    .where('id', '>', last ?? 0)
    // Who is in the circle no more has a mail and no line.
    .where('kind', 'not in', ['removal', 'sessions-left'])
    .execute();
  const told: Told = {};
  const mailed = new Map<number, number>();
  for (const { person_id } of messages) {
    mailed.set(person_id ?? 0, (mailed.get(person_id ?? 0) ?? 0) + 1);
  }
  for (const { name, id, kind, for_you, read_at, mail_at, at } of items) {
    const waits = mail_at && mail_at.getTime() - at.getTime() === 60 * 60_000;
    const mail = waits ? 'later' : mailed.get(id) ? 'mail' : '';
    if (mail === 'mail') mailed.set(id, (mailed.get(id) ?? 0) - 1);
    const says = [kind, for_you && '*', read_at && 'read', mail].filter(Boolean).join(' ');
    const before = told[name as Name];
    told[name as Name] = before ? `${before}, ${says}` : says;
  }
  for (const [id, many] of mailed) {
    if (many > 0) throw new Error(`Person ${id} has mail of what their inbox does not say.`);
  }
  return told;
}
