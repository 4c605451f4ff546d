/**
 * What is wrong with the address of a service, `scheme://user:password@host:port/…`, with what to
 * write instead; null when it can be used. Shows nothing of the address: what is wrong with it is
 * often where its password ends.
 * @param hostless whether the host may be left out, or stand in a parameter
 */
export function serviceComplaint(
  name: string,
  address: string,
  { hostless = false } = {},
): string | null {
  const rest = address.replace(/^[a-z]+:\/\//i, '');
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  // What follows the host would be taken for the end of an unencoded password, and that for a host.
  if (rest.slice(authority.length).includes('@')) {
    return `${name} has a character in its user or password that must be encoded: write # as %23, / as %2F, ? as %3F and @ as %40.`;
  }
  if (/%(?![0-9a-f]{2})/i.test(authority)) {
    return `${name} has a % in its user or password that must be encoded: write it as %25.`;
  }
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (hostless && !host) return null;
  if (host.startsWith(':') || (authority.includes('@') && !host)) {
    return `${name} has no host: write it after the @.`;
  }
  const port = /:([^\]]*)$/.exec(host)?.[1];
  if (port !== undefined && !isPort(port)) {
    return `${name} has a port that is no number between 1 and 65535. It stands after the host, behind a colon.`;
  }
  return URL.canParse(address) ? null : `${name} is not an address.`;
}

const isPort = (text: string) => /^\d+$/.test(text) && Number(text) > 0 && Number(text) < 65536;

/** The same for a mail server, of which one also has to know where it is and who asks. */
export function mailServerComplaint(name: string, address: string): string | null {
  const complaint = serviceComplaint(name, address);
  if (complaint) return complaint;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (!hostname) return `${name} has no host: write for example smtp://mail.example.org:587.`;
  if (username && !password) {
    return `${name} has a user and no password: write smtp://user:password@host, with @ as %40 in a user that is an address.`;
  }
  // 465 is encrypted from the first byte on, 587 from STARTTLS on (RFC 8314, 7.3 and 3.3).
  if (protocol === 'smtp:' && port === '465')
    return `${name} must begin with smtps:// for port 465.`;
  if (protocol === 'smtps:' && port === '587')
    return `${name} must begin with smtp:// for port 587.`;
  return null;
}
