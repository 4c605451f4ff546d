import { randomUUID } from 'node:crypto';
import { askerOf, askReaderOf, partnerOf } from '#app/access/asks.server.ts';
import type { Viewer } from '#app/access/proofs.ts';
import type { SourceInAddress } from '#app/mentoring/addresses.ts';
import { columnsOf } from '#app/mentoring/asks/rules/source.ts';
import { viewer } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';

interface AskGiven {
  title?: string;
  body?: string;
  /** the id of the circle it was begun in */
  circleId?: number;
  /** what it comes from; but for a card it is of that circle */
  source?: SourceInAddress;
  /** whom it went to */
  to?: { person: Viewer } | { site: Viewer } | { circleId: number };
  /** when it was sent */
  at?: Date;
}

/** An ask as it stands after it was sent. @returns its id */
export async function openAsk(asker: Viewer, given: AskGiven = {}): Promise<number> {
  const { title = 'How do I hand over the on-call rota?', body = 'In May I promised it.' } = given;
  const { circleId = null, to, at = new Date() } = given;
  const source = given.source && columnsOf(given.source);
  const { id } = await db
    .insertInto('ask')
    .values({
      ...{
        asker_id: asker.personId,
        circle_id: circleId,
        title,
        body,
        body_html: `<p>${body}</p>`,
      },
      ...(source && {
        ...{ source_kind: source.kind, source_note_id: source.noteId },
        ...{ source_reading_id: source.readingId, source_person_id: source.personId },
        ...{ source_deck: source.deck, source_card: source.card },
        source_commitment_id: source.commitmentId,
      }),
      ...{ state: 'open', opened_at: at, created_at: at, saved_at: at },
      submission_key: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (to) {
    const reach =
      'circleId' in to
        ? { kind: 'circle', circle_id: to.circleId }
        : 'person' in to
          ? { kind: 'person', person_id: to.person.personId }
          : { kind: 'site', person_id: to.site.personId };
    await db
      .insertInto('ask_reach')
      .values({ ask_id: id, at, ...reach })
      .execute();
  }
  return id;
}

type OfferState = 'made' | 'taken' | 'withdrawn';

/** What somebody answered to it. @returns the offer's id */
export async function offerOn(askId: number, helper: Viewer, state: OfferState = 'made') {
  const { id } = await db
    .insertInto('offer')
    .values({ ask_id: askId, helper_id: helper.personId, state })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An ask that went to one person, who took it up. */
export async function conversationOf(asker: Viewer, helper: Viewer, given: AskGiven = {}) {
  const askId = await openAsk(asker, { to: { person: helper }, ...given });
  const offerId = await offerOn(askId, helper, 'taken');
  const { id } = await db
    .insertInto('conversation')
    .values({
      ...{ ask_id: askId, offer_id: offerId },
      ...{ asker_id: asker.personId, helper_id: helper.personId },
      ...(given.at && { opened_at: given.at }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, askId, offerId };
}

/** Proofs of people as the database has them now; null where they have the right no more. */
export const asAsker = async (who: Viewer, askId: number) => askerOf(await viewer(who), askId);
export const asReader = async (who: Viewer, askId: number) => askReaderOf(await viewer(who), askId);
export const asPartner = async (who: Viewer, id: number) => partnerOf(await viewer(who), id);
