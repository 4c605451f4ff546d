/**
 * What a mail server or the way to it says, by how nodemailer, Node and OpenSSL put it. The first
 * that fits counts: what the server itself gives as its reason comes before the step it refused.
 */
const MAIL: [RegExp, string][] = [
  [
    /^The .* of a message (is not|has)/,
    'An address or a name that somebody gave cannot be written to.',
  ],
  [
    /Missing credentials|Authentication info|: 530\b/i,
    'The mail server wants a user and password, and SMTP_URL has none: smtp://user:password@host:587.',
  ],
  [
    /Unknown authentication method/i,
    'The mail server takes no user and password in a way that Octavo knows; ask its provider for SMTP with a password.',
  ],
  [
    /Invalid login|EAUTH|: 53[45]\b/i,
    'The mail server does not accept the user and password in SMTP_URL.',
  ],
  [
    /self.signed certificate|unable to (verify|get)|certificate/i,
    'The certificate of the mail server is not one this machine trusts.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|getaddrinfo|query(A|AAAA|Mx) E|DNS lookup/i,
    'The host in SMTP_URL cannot be found.',
  ],
  [/ECONNREFUSED/i, 'Nothing answers at the host and port in SMTP_URL.'],
  [
    /E(HOST|NET)UNREACH|E(HOST|NET)DOWN/i,
    'There is no way from this machine to the host in SMTP_URL.',
  ],
  [
    /ETIMEDOUT|Greeting never received|timeout|timed out/i,
    'The mail server does not answer: the port in SMTP_URL may be blocked, or be one for smtps://.',
  ],
  [
    /wrong version number|SSL routines|STARTTLS|initiating TLS/i,
    'The mail server does not speak TLS on that port: smtp:// is for 587 and 25, smtps:// for 465.',
  ],
  [
    /larger than allowed|: 552\b|\b5\.3\.4\b|too (big|large)/i,
    'A message is larger than the mail server accepts.',
  ],
  [/: 452\b|\b[45]\.2\.2\b|mailbox.*full|quota/i, 'A mailbox is full, or the mail server itself.'],
  [
    /too many|throttl|\b(rate|limit|exceed\w*|slow)\b/i,
    'The mail server lets through only so much at a time.',
  ],
  [/greylist|try again|: 4(21|50|51)\b/i, 'The mail server asks to come again later.'],
  [
    /spam|black.?list|block.?list|\bblocked\b|reputation/i,
    'The mail server takes this machine, or a message, for a source of spam. Its words below may say whom to ask.',
  ],
  [
    /Mail command failed|relay|sender|MAIL FROM|not allowed to send/i,
    'The mail server does not accept mail from the address in MAIL_FROM.',
  ],
  [
    /recipients? (was|were|command)|Internationalized mailbox|Invalid recipient/i,
    'The mail server does not know an address that somebody gave, or delivers nothing to it.',
  ],
  [
    /Connection closed|ECONNRESET|EPIPE|socket hang up|Server (closed|terminates)|disconnected/i,
    'The mail server ended the connection: the port in SMTP_URL may be one for smtps://, or it lets this machine do nothing.',
  ],
  [
    /Invalid (greeting|HELO|LHLO)|Unexpected Response|response exceeds/i,
    'What answers at the host and port in SMTP_URL is no mail server.',
  ],
  [/(Message|Data command) failed/i, 'The mail server refuses a message as it is.'],
];

/** In words what kept a message from being sent, with the remedy where there is one. */
export function mailComplaint(error: string): string {
  const words = MAIL.find(([said]) => said.test(error))?.[1];
  return words ?? 'The mail server refuses mail, with the words below.';
}
