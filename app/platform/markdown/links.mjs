/**
 * What in a text is an address: linkify-it's rules, where they take in what stands beside one or
 * leave out what belongs to it, made to read as people write.
 */

// Between an address and what follows it in a sentence: no address that is meant ends so.
const AFTER = /[?!.,:;*_~'"～＋＝]+$/;

// Scripts that set no space between words: a word of theirs that touches an address is a neighbour.
const UNSPACED = '\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff';

// A domain ends in letters of one alphabet: '.org' of 'x.org你好'.
const GLUED = /^((?:[^./?#]+\.)+[a-z]{2,})[^!-~][^./?#]*/i;

// What may stand before a mail address. Not what addresses are made of: 'x.org/noor@example.org'.
const BEFORE_MAIL =
  '(?:^|[\\s><"\'()\\[\\]{},;!?*~`|\\u00a1\\u00ab\\u00b7\\u00bb\\u00bf\\u2010-\\u2027\\u2030-\\u205e' +
  `\\u3000-\\u303f\\uff00-\\uff0d\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65${UNSPACED}])`;

// RFC 5322 lets a mailbox be called 'noor and **noor. People mean quotes and emphasis by these.
const MAILBOX = /[-+&=$\w](?:[-+&=$\w]|\.(?=[-+&=$\w])){0,63}/;

/** @param {import('markdown-it').default['linkify']} linkify */
export function tellLinks(linkify) {
  const { re } = linkify;
  re.get_mail_name = () => MAILBOX;
  re.get_mail_name_validator = () => new RegExp(`${BEFORE_MAIL}(${MAILBOX.source})$`);
  const mailHost = re.get_fuzzy_mail_host;
  re.get_fuzzy_mail_host = function host() {
    const glued = `(?:${this.get_domain().source}[.]){1,4}[a-z]{2,63}(?=[${UNSPACED}\\uff5e])`;
    return new RegExp(`(?:${glued}|${mailHost.call(this).source})`);
  };
  // Within a path, as in 'Hamlet’s_Mill' and '1939–45'. After an address they end it, as ’s does.
  const letter = `_?(?!${re.src_ZPCc})[^<>|~+=$^\`${UNSPACED}]`;
  re.get_path_extra = () =>
    new RegExp(`(?:\\u2019(?!s(?![-\\w%/]))|[\\u2010\\u2011\\u2013])(?=${letter})|`);
  const schemas = re.get_schema_search;
  re.get_schema_search = function search() {
    const { source } = schemas.call(this);
    return new RegExp(source.replace('[><', `[><~|${UNSPACED}`), 'ig');
  };
  // Bare domains stay text: README.md and Node.js are more often meant than sites in Moldova.
  linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  linkify.add('ftp:', null).add('//', null);
  const web = (validator) => ({
    validate: (text, at, self) => lengthOf(self.re[validator](), text, at),
  });
  for (const schema of ['http:', 'https:']) {
    linkify.add(schema, web('get_http_validator'));
  }
  linkify.add('www.', {
    ...web('get_relative_proto_validator'),
    normalize(match) {
      match.url = `http://${match.url}`;
    },
  });
}

/** How far an address goes on after its schema; 0 where it is none. */
function lengthOf(validator, text, at) {
  validator.lastIndex = at;
  const [found] = validator.exec(text) ?? [];
  // A name before the host, which would be taken for the host.
  if (!found || text[at + found.length] === '@') return 0;
  const slashes = found.startsWith('//') ? 2 : 0;
  const [, host] = GLUED.exec(found.slice(slashes)) ?? [];
  return host ? slashes + host.length : found.replace(AFTER, '').length;
}
