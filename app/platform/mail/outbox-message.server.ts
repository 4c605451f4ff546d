import PostalMime, { type Address } from 'postal-mime';

export interface KeptMessage {
  from: string;
  to: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
  attachments: { name: string; type: string }[];
}

/** Reads a message of the outbox: its text and its markup as one each, its attachments by name. */
export async function readMessage(raw: Buffer): Promise<KeptMessage> {
  const message = await PostalMime.parse(raw);
  return {
    from: message.from ? shown(message.from) : '',
    to: (message.to ?? []).map(shown).join(', '),
    subject: message.subject ?? '',
    messageId: message.messageId ?? '',
    // The last line's end is the part's, not the text's.
    text: (message.text ?? '').replace(/\n$/, ''),
    html: (message.html ?? '').replace(/\n$/, ''),
    attachments: message.attachments.map(({ filename, mimeType }) => ({
      name: filename ?? '',
      type: mimeType,
    })),
  };
}

/** `Noor <noor@example.org>`; in quotes a name that could be taken for an address. */
function shown({ name, address, group }: Address): string {
  if (group) return group.map(shown).join(', ');
  if (!name) return address;
  const quoted = /[@<>,;:"]/.test(name) ? JSON.stringify(name) : name;
  return `${quoted} <${address}>`;
}
