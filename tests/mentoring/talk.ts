import { randomUUID } from 'node:crypto';
import type { Partner, Viewer } from '#app/access/proofs.ts';
import { postLine } from '#app/mentoring/conversations/commands/post-line.server.ts';
import { openInbox } from '#app/notifications/inbox/commands/open-inbox.server.ts';
import { placeOf } from '#app/notifications/inbox/rules/pages.ts';
import { type Asking, ask, signInCookie } from '#tests/support/ask.ts';
import { circleOf, person, viewer } from '#tests/support/cast.ts';
import { asPartner, conversationOf } from './scene.ts';

/** The proof of one of the two, as the database has it now. */
export async function partnerIn(who: Viewer, id: number): Promise<Partner> {
  const proof = await asPartner(who, id);
  if (!proof) throw new Error(`${who.name} is a stranger to it`);
  return proof;
}

/** Noor, who asked, and Rui, who helps, in a circle of Ines’s: in the middle of a conversation. */
export async function twoTalking(given: { at?: Date; title?: string } = {}) {
  const [noor, rui, ines] = [await person('Noor'), await person('Rui'), await person('Ines')];
  const circle = await circleOf({ host: ines, members: [noor, rui] });
  const { id, askId } = await conversationOf(noor, rui, { circleId: circle.id, ...given });
  return {
    ...{ noor, rui, ines, circle, id, askId, path: `/conversations/${id}` },
    asker: await partnerIn(noor, id),
    helper: await partnerIn(rui, id),
  };
}

export const said = (body: string, submissionKey: string = randomUUID()) => ({
  body,
  submissionKey,
});

/** A note of one of the two. @returns its id */
export async function lineBy(who: Partner, body: string): Promise<number> {
  const posted = await postLine(who, said(body));
  if (!posted.ok) throw new Error(posted.reason);
  return posted.noteId;
}

/** What somebody’s browser is answered. */
export const as = async (who: Viewer, path: string, asking: Asking = {}) =>
  ask(path, { ...asking, cookie: await signInCookie(who) });

/** What somebody is told and has not read, a line each as their inbox says it. */
export async function toldTo(who: Viewer): Promise<string[]> {
  const { parts } = await openInbox(await viewer(who), placeOf(new URLSearchParams()));
  return parts.flatMap(({ lines }) =>
    lines.flatMap(({ fresh, title, text }) => (fresh ? [`${title}: ${text}`] : [])),
  );
}
