import PostalMime, { type Address } from 'postal-mime';

export interface KeptMessage {
  from: string;
  to: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
  attachments: { name: string; type: string }[];
  /** what its recipient’s calendar is told, beside the text */
  invitation: { method: string; content: string } | null;
}

/**
 * Reads a message of the outbox: its text and its markup as one each, its attachments by name, and an
 * invitation.
 */
export async function readMessage(raw: Buffer): Promise<KeptMessage> {
  const message = await PostalMime.parse(raw);
  // It stands among the attachments, without a name: beside the text there is one more way to say it.
  const invitation = message.attachments.find(({ filename, method }) => !filename && method);
  return {
    from: message.from ? shown(message.from) : '',
    to: (message.to ?? []).map(shown).join(', '),
    subject: message.subject ?? '',
    messageId: message.messageId ?? '',
    // The last line's end is the part's, not the text's.
    text: (message.text ?? '').replace(/\n$/, ''),
    html: (message.html ?? '').replace(/\n$/, ''),
    attachments: message.attachments
      .filter((part) => part !== invitation)
      .map(({ filename, mimeType }) => ({ name: filename ?? '', type: mimeType })),
    invitation: invitation
      ? { method: invitation.method ?? '', content: wordsOf(invitation.content) }
      : null,
  };
}

const wordsOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/** `Noor <noor@example.org>`; in quotes a name that could be taken for an address. */
function shown({ name, address, group }: Address): string {
  if (group) return group.map(shown).join(', ');
  if (!name) return address;
  const quoted = /[@<>,;:"]/.test(name) ? JSON.stringify(name) : name;
  return `${quoted} <${address}>`;
}
