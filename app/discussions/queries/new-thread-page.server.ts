import type { Member } from '#app/access/proofs.ts';
import { filterOf } from '#app/discussions/rules/discussions.ts';
import { type ContextChoices, contextChoices } from './context-choices.server.ts';
import { cardNamed } from './thread-context.server.ts';

export interface NewThreadPage {
  circle: string;
  me: number;
  zone: string;
  choices: ContextChoices;
  chosen: { sectionId?: number; sessionId?: number };
  card: { deck: string; slug: string; title: string } | null;
  submissionKey: string;
}

/** The form for a new thread, about what `?section=`, `?session=`, `?deck=&card=` name. */
export async function newThreadPage(
  member: Member,
  params: URLSearchParams,
): Promise<NewThreadPage> {
  const { sectionId, sessionId } = filterOf(params);
  const [choices, card] = await Promise.all([
    contextChoices(member, { besides: { sectionId, sessionId } }),
    cardNamed(params.get('deck'), params.get('card')),
  ]);
  return {
    circle: member.circle.slug,
    me: member.personId,
    zone: member.viewer.timeZone,
    choices,
    chosen: { sectionId, sessionId },
    card,
    submissionKey: crypto.randomUUID(),
  };
}
