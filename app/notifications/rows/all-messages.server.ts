import type { AnyMessage } from '#app/notifications/rules/messages.ts';

/** The kinds of message of every room: a room's `messages.server.ts` is found, not listed. */
export const messageKinds: Record<string, AnyMessage> = Object.assign(
  {},
  ...Object.values(
    import.meta.glob('/app/*/messages.server.ts', { eager: true, import: 'messages' }),
  ),
);

/** A kind by its name; null for one that an earlier or a later version of Octavo posted. */
export const kindOfMessage = (kind: string): AnyMessage | null =>
  Object.hasOwn(messageKinds, kind) ? (messageKinds[kind] ?? null) : null;
