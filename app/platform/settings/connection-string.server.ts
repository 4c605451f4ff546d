import { serviceComplaint } from '#app/platform/settings/service-address.server.ts';

/** What a connection string says, by libpq's names, or what is wrong with it. */
export type ConnectionSaid = { parameters: Map<string, string> } | { instead: string };

const URI = /^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^/?#]*)(?:\/([^?]*))?(?:\?(.*))?$/is;
const PAIR = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))(?=\s|$)/isy;
const FORM =
  'must start with postgres://. For a socket write postgres:///octavo?host=/var/run/postgresql.';

/**
 * Reads both forms that libpq takes, `postgres://…` and `host=… dbname=…`.
 * @param name of the setting, for a complaint, which shows nothing of the string
 */
export function readConnectionString(name: string, given: string): ConnectionSaid {
  const text = given.trim();
  if (/^postgres(ql)?:\/\//i.test(text)) return fromUri(name, text);
  if (/^[a-z_]+\s*=/i.test(text)) return fromPairs(name, text);
  return { instead: `${name} ${FORM}` };
}

function fromUri(name: string, text: string): ConnectionSaid {
  const [, user, hosts = '', database = '', query = ''] = URI.exec(text) ?? [];
  const several = hosts.includes(',');
  const one = several ? text.replace(hosts, 'several') : text;
  const complaint = serviceComplaint(name, one, { hostless: true });
  if (complaint) return { instead: complaint };
  if (several) return severalHosts(name);
  const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*):?(.*)$/.exec(hosts) ?? [];
  const colon = user?.indexOf(':') ?? -1;
  const parts: [string, string][] = [
    ['user', (colon < 0 ? user : user?.slice(0, colon)) ?? ''],
    ['password', colon < 0 ? '' : (user?.slice(colon + 1) ?? '')],
    ['host', host.replace(/^\[(.*)\]$/, '$1')],
    ['port', port],
    ['dbname', database],
    ...query.split('&').map((part): [string, string] => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    }),
  ];
  try {
    return { parameters: known(parts.map(([key, value]) => [key, decodeURIComponent(value)])) };
  } catch {
    return { instead: `${name} has a % that must be encoded: write it as %25.` };
  }
}

function fromPairs(name: string, text: string): ConnectionSaid {
  const parts: [string, string][] = [];
  PAIR.lastIndex = 0;
  while (PAIR.lastIndex < text.length) {
    const [pair, key = '', quoted, bare = ''] = PAIR.exec(text) ?? [];
    if (!pair) {
      return {
        instead: `${name} has something that is no name=value: put a value with spaces in single quotes, and a backslash before a quote or a backslash in it.`,
      };
    }
    parts.push([key, (quoted ?? bare).replace(/\\(.)/gs, '$1')]);
  }
  return { parameters: known(parts) };
}

/** The last one counts, and an empty one not at all. */
const known = (parts: [string, string][]) => new Map(parts.filter(([, value]) => value !== ''));

export const severalHosts = (name: string) => ({
  instead: `${name} names several hosts, and Octavo goes to one: name the primary server, or the address that always leads to it.`,
});
