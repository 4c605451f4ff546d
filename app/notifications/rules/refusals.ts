/** What came of trying to send a message, as nodemailer says it. */
export interface Failure {
  /** the step that was refused, 'RCPT TO' */
  command?: string;
  /** what the server said, '550 5.1.1 No such user', in one line or several */
  response?: string;
  responseCode?: number;
}

/**
 * What that means for the message: it is tried again; it is refused for good; or its address is one
 * that the server says there is not.
 */
export type Verdict = 'again' | 'refused' | 'no-such-address';

/** RFC 3463 and 7505: no such mailbox, moved without a trace, a domain that takes no mail. */
const NO_SUCH_ADDRESS = ['5.1.0', '5.1.1', '5.1.6', '5.1.10'];
/** RFC 3463: about the sender's address. */
const OF_SENDER = ['5.1.7', '5.1.8'];
/** Of the mail system, the way to it, the protocol, or what it lets whom do: no recipient's fault. */
const OF_SERVER = /^5\.[3457]\./;

const UNKNOWN =
  /(unknown|no such|invalid|not? exist|non-?existent|not found|unrouteable|no mailbox|not known)/i;
// Servers say these of the sender, too, and only when the recipient is named (Postfix, for one).
const NOT_OF_RECIPIENT =
  /\b(sender|client|hello?|relay\w*|authenticat\w*|spam|(black|block)\w*|reputation|polic(y|ies)|rate|limit\w*|too many|spf|dkim|dmarc|tls|encrypt\w*)\b/i;

/** Only what is said of the recipient, or of the message itself, is final. */
export function verdictOn({ command, response = '', responseCode = 0 }: Failure): Verdict {
  if (responseCode < 500 || (command !== 'RCPT TO' && command !== 'DATA')) return 'again';
  const status = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  // Without addresses: they may have any word in them.
  const words = response.replace(/<[^>]*>|\S+@\S+/g, '');
  if (/\bsender\b/i.test(words)) return 'again';
  if (status) {
    if (NO_SUCH_ADDRESS.includes(status)) return 'no-such-address';
    return OF_SENDER.includes(status) || OF_SERVER.test(status) ? 'again' : 'refused';
  }
  if (responseCode < 550 || NOT_OF_RECIPIENT.test(words)) return 'again';
  return UNKNOWN.test(words) && responseCode !== 552 ? 'no-such-address' : 'refused';
}
