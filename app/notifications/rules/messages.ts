import type { MailFile } from '#app/platform/mail/mail.server.ts';
import type { Recipient } from '#app/platform/mail/mailer.server.tsx';

/** What each kind of message is given, by kind. A room adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms' messages.server.ts
export interface Messages {}

export type MessageKind = keyof Messages & string;

/** A kind of message: one mail to one recipient, in its room's `messages.server.ts`. */
export interface Message<Given, Says extends { to: Recipient }> {
  /** what it is called where it could not be sent: 'An invitation' */
  called: string;
  /**
   * Reads what it says when it is sent, by the proofs that guard pages; null when what it was about
   * is over, or no longer its recipient's business.
   * @param to `personId` is 0 for whoever has no account
   */
  says(given: Given, to: { personId: number; messageId: number }): Promise<Says | null>;
  /** Imports the mail, no sooner than it is written: React Email must not slow the start. */
  file(says: Says): Promise<MailFile<Says>>;
  /** what it is about, 'session:42': mail programs put the mails of one thing together */
  about?(given: NoInfer<Given>, says: NoInfer<Says>): string | undefined;
  /** the only thread it is about: what its recipient hears less of by its link */
  thread?(says: NoInfer<Says>): number | undefined;
  /**
   * It comes of what is told between people, as far as it says: whoever gets it hears as much of that
   * as they set for asks and conversations.
   */
  between?: true | ((says: NoInfer<Says>) => boolean);
  /** what it says holds also of a circle that is archived by then */
  whenArchived?: true;
  /** when it is of no use any more: quiet hours that end later do not put it off */
  useUntil?(given: NoInfer<Given>): Date;
  /** about the recipient's own account, or asked for by them: quiet hours do not put it off */
  atOnce?: true;
}

/** A kind of message, its mail held to what it says. */
export const message = <Given, Says extends { to: Recipient }>(of: Message<Given, Says>) => of;

// biome-ignore lint/suspicious/noExplicitAny: what each says is between it and its mail
export type AnyMessage<Given = any> = Message<Given, any>;

/** What a room's `messages.server.ts` exports. */
export type MessagesOfRoom = { [K in MessageKind]?: AnyMessage<Messages[K]> };
