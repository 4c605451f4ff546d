import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Viewer } from '#app/access/proofs.ts';
import { acrossCircles } from '#db/across-circles.server.ts';
import { circleOf, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import { openAsk } from './scene.ts';

const across = acrossCircles(db, 'a test');

/** A circle of four, and somebody who is not in it. */
export async function circleOfFour() {
  const [ines, noor, rui, priya, mallory] = await Promise.all(
    (['Ines', 'Noor', 'Rui', 'Priya', 'Mallory'] as const).map((name) => person(name)),
  );
  if (!ines || !noor || !rui || !priya || !mallory) return expect.fail();
  const circle = await circleOf({ host: ines, members: [noor, rui, priya] });
  const [asNoor, asRui, asPriya] = circle.members;
  if (!asNoor || !asRui || !asPriya) return expect.fail();
  return { circle, ...{ ines, noor, rui, priya, mallory }, ...{ asNoor, asRui, asPriya } };
}

export const block = (who: Viewer, whom: Viewer) =>
  db
    .insertInto('person_block')
    .values({ person_id: who.personId, blocked_id: whom.personId })
    .execute();

/** Somebody is a member no more, and it is known that they were. */
export async function leave(who: Viewer) {
  const left = await across
    .deleteFrom('membership')
    .where('person_id', '=', who.personId)
    .returning(['circle_id', 'person_id', 'role', 'joined_at'])
    .execute();
  if (left.length > 0) await db.insertInto('departure').values(left).execute();
}

interface OutcomeGiven {
  circleId: number;
  title?: string;
  asker?: { says?: string; share?: boolean };
  helper?: { says?: string; share?: boolean };
  thanked?: boolean;
  note?: number;
  takeaway?: { reading: number; person: number };
  card?: { deck: string; slug: string };
}

/** An ask that was taken up and ended, and what the two say of it. @returns their ids */
export async function outcomeOf(asker: Viewer, helper: Viewer, given: OutcomeGiven) {
  const { circleId, title, note, takeaway, card } = given;
  const to = { person: helper };
  const askId = await openAsk(asker, { circleId, to, ...(title !== undefined && { title }) });
  const source = note
    ? { source_kind: 'note', source_note_id: note }
    : takeaway
      ? {
          ...{ source_kind: 'takeaway', source_reading_id: takeaway.reading },
          source_person_id: takeaway.person,
        }
      : card
        ? { source_kind: 'card', source_deck: card.deck, source_card: card.slug }
        : {};
  await across
    .updateTable('ask')
    .set({ state: 'closed', closed_as: 'found', closed_at: new Date(), ...source })
    .where('id', '=', askId)
    .execute();
  const { id: offerId } = await db
    .insertInto('offer')
    .values({ ask_id: askId, helper_id: helper.personId, state: 'taken' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: conversationId } = await db
    .insertInto('conversation')
    .values({
      ...{ ask_id: askId, offer_id: offerId },
      ...{ asker_id: asker.personId, helper_id: helper.personId },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const said = (who: Viewer, { says = '', share = true }: OutcomeGiven['asker'] = {}) => ({
    ...{ conversation_id: conversationId, person_id: who.personId, helped: 'yes', share },
    ...{ did: says, did_html: says && `<p>${says}</p>` },
  });
  await db
    .insertInto('ask_outcome')
    .values([said(asker, given.asker), said(helper, given.helper)])
    .execute();
  if (given.thanked) {
    await db
      .insertInto('ask_thanks')
      .values({ conversation_id: conversationId, body: `thanks-${randomUUID()}` })
      .execute();
  }
  return { askId, conversationId };
}
