import type { ConversationsBefore } from '#app/mentoring/conversations/queries/my-conversations.server.ts';

/** Reads `?before=2026-12-03T12:00:00.000Z~17` of a further page; null on the first. */
export function placeOf(params: URLSearchParams): ConversationsBefore | null {
  const typed = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z)~([1-9]\d{0,14})$/.exec(
    params.get('before') ?? '',
  );
  const at = new Date(typed?.[1] ?? '');
  if (!typed || Number.isNaN(at.getTime())) return null;
  return { at: at.toISOString(), id: Number(typed[2]) };
}

export const placeInAddress = ({ at, id }: ConversationsBefore) =>
  `before=${encodeURIComponent(`${at}~${id}`)}`;
