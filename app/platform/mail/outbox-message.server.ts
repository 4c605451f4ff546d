/**
 * Reads a message as our own mailer wrote it (nodemailer: quoted-printable or base64 parts, RFC
 * 2047 words in headers). Not a mail parser for the world's mail.
 */
export interface KeptMessage {
  from: string;
  to: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
  attachments: { name: string; type: string }[];
}

interface Part {
  header(name: string): string;
  body: Buffer;
}

export function readMessage(raw: Buffer): KeptMessage {
  const message = partOf(raw);
  const kept: KeptMessage = {
    from: words(message.header('from')),
    to: words(message.header('to')),
    subject: words(message.header('subject')),
    messageId: message.header('message-id'),
    text: '',
    html: '',
    attachments: [],
  };
  collect(message, kept);
  return kept;
}

function collect(part: Part, kept: KeptMessage): void {
  const type = part.header('content-type');
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary) {
    for (const inner of split(part.body, boundary)) collect(partOf(inner), kept);
    return;
  }
  const name = parameter(part.header('content-disposition'), 'filename');
  if (/^attachment/i.test(part.header('content-disposition'))) {
    kept.attachments.push({ name: fileName(name), type: type.split(';')[0] ?? '' });
  } else if (/^text\/html/i.test(type)) kept.html ||= contentOf(part);
  else if (/^text\/plain/i.test(type) || !type) kept.text ||= contentOf(part);
}

function partOf(raw: Buffer): Part {
  const source = raw.toString('latin1');
  const gap = /\r?\n\r?\n/.exec(source);
  const head = gap ? source.slice(0, gap.index) : source;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return {
    header: (name) => headers.get(name) ?? '',
    body: gap ? raw.subarray(gap.index + gap[0].length) : Buffer.alloc(0),
  };
}

function split(body: Buffer, boundary: string): Buffer[] {
  return body
    .toString('latin1')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => Buffer.from(part.replace(/^\r?\n/, '').replace(/\r?\n$/, ''), 'latin1'));
}

function contentOf(part: Part): string {
  const encoding = part.header('content-transfer-encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(part.body.toString('latin1'), 'base64').toString();
  if (encoding === 'quoted-printable') {
    const joined = part.body.toString('latin1').replace(/=\r?\n/g, '');
    return bytes(joined, /=([0-9A-F]{2})/gi).toString();
  }
  return part.body.toString();
}

const bytes = (source: string, hex: RegExp) =>
  Buffer.from(
    source.replace(hex, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );

/** RFC 2047: `=?UTF-8?Q?caf=C3=A9?=` becomes `café`. */
function words(header: string): string {
  return header
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('latin1')
        : bytes(coded.replaceAll('_', ' '), /=([0-9A-F]{2})/gi).toString('latin1'),
    )
    .replace(/[\u0080-\u00ff]+/g, (run) => Buffer.from(run, 'latin1').toString());
}

/** RFC 2231: `utf-8''caf%C3%A9.ics` becomes `café.ics`. */
function fileName(value: string): string {
  const coded = /^utf-8''(.*)$/i.exec(value)?.[1];
  return coded === undefined ? words(value) : bytes(coded, /%([0-9A-F]{2})/gi).toString();
}

function parameter(header: string, name: string): string {
  const match = new RegExp(`[;\\s]${name}\\*?(?:0\\*?)?="?([^";]*)"?`, 'i').exec(header);
  return match?.[1] ?? '';
}
