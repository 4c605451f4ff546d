import type { AnyMessage } from '#app/notifications/rules/messages.ts';

const kinds: Readonly<Record<string, AnyMessage>> = Object.assign(
  {},
  ...Object.values(
    import.meta.glob('/app/*/messages.server.ts', { eager: true, import: 'messages' }),
  ),
);

/**
 * A kind of message by its name: a room's `messages.server.ts` is found, not listed. Null for one
 * that an earlier or a later version of Octavo posted.
 */
export const kindOfMessage = (kind: string): AnyMessage | null =>
  Object.hasOwn(kinds, kind) ? (kinds[kind] ?? null) : null;
