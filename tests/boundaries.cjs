/** Which room may import from which: docs of the rules are in the design, "Imports go one way". */
const { DOMAINS, STANDS_ON } = require('./support/rooms.cjs');
const ROOMS = `(routes|frame|access|time|ui|platform|demo|remix|${DOMAINS.join('|')})`;
const DOMAIN = `^app/(${DOMAINS.join('|')})/`;
const ROOT = '^app/(root\\.tsx|routes\\.ts|entry\\.|server|load-context|start|jobs\\.|schedule\\.)';
/** What a domain shows to the others: its verbs, reads, decisions, forms and addresses. */
const DOORS = [
  '/(queries|commands|rules|forms)(\\.server)?\\.ts$',
  '/(queries|commands|rules|forms)/',
  '/addresses\\.ts$',
  // What the mails of every room are built on.
  '^app/notifications/mail/',
];
/** What a page's script and the server agree on about addresses. */
const ADDRESSES = '^app/remix/addresses\\.ts$';
const NOT_TYPES = { dependencyTypesNot: ['type-only'] };

module.exports = {
  forbidden: [
    rule('no-cycle', 'Two modules that need each other are one module, or a third is missing.', {
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    }),
    rule('resolvable', 'An import that leads nowhere would hide from every other rule.', {
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|vite/client)' },
    }),
    rule('known-room', 'A new folder of app/ needs its place in these rules.', {
      from: { path: '^app/[^/]+/', pathNot: `^app/${ROOMS}/|^app/(remix|server|start|styles)/` },
      to: {},
    }),
    rule('routes-translate', 'A route is gate, one call, view; of platform only its answers.', {
      from: { path: '^app/routes/' },
      to: {
        path: '^(app/platform|app/routes|db|content|tests)/',
        pathNot: '^app/routes/.*\\.css$|^app/platform/(forms/form|notice|links)\\.server\\.ts$',
      },
    }),
    rule('nobody-imports-routes', 'Routes are the outermost room.', {
      from: { pathNot: '^app/routes/|^tests/' },
      to: { path: '^app/routes/' },
    }),
    rule('access-decides-who', 'access imports db and platform, and knows how long a day is.', {
      from: { path: '^app/access/' },
      to: {
        path: '^(app|content|tests)/',
        pathNot: `^app/(access|platform)/|^app/time/spans\\.ts$|${ADDRESSES}`,
        ...NOT_TYPES,
      },
    }),
    rule('domains-take-proofs', 'A domain takes proofs as types and never mints or checks them.', {
      // A mail, and a link in one, says what its recipient may see then: no gate has read who they are.
      from: {
        path: DOMAIN,
        pathNot: [
          '^app/notifications/bundles/queries/bundle-mail\\.server\\.ts$',
          '^app/mentoring/offers/queries/(mail|answer-link)\\.server\\.ts$',
          '^app/sessions/replies/queries/reply-link\\.server\\.ts$',
        ],
      },
      to: { path: '^app/access/', ...NOT_TYPES },
    }),
    rule('domain-doors', 'A domain enters another by queries, commands, rules, forms.', {
      from: { path: DOMAIN, pathNot: `^app/(${Object.keys(STANDS_ON).join('|')})/` },
      to: { path: DOMAIN, pathNot: [`^app/$1/`, ...DOORS], ...NOT_TYPES },
    }),
    ...Object.entries(STANDS_ON).map(([room, ground]) =>
      rule('domain-doors', 'A domain enters another by queries, commands, rules, forms.', {
        from: { path: `^app/${room}/` },
        to: { path: DOMAIN, pathNot: [`^app/(${room}|${ground})/`, ...DOORS], ...NOT_TYPES },
      }),
    ),
    rule('queries-only-read', 'A query calls no command: who asks decides whether to write.', {
      from: { path: '^app/.+/queries/' },
      to: { path: '^app/.+/commands/', ...NOT_TYPES },
    }),
    rule('frame-is-around', 'The frame goes around the rooms: they know the kinds of its slots.', {
      from: { path: '^app/', pathNot: '^app/(frame|routes)/|^app/root\\.tsx$' },
      to: { path: '^app/frame/', pathNot: '^app/frame/slots\\.ts$' },
    }),
    rule('frame-names-no-room', 'The frame shows what it finds in slots/, and circles’ faces.', {
      from: { path: '^app/frame/' },
      to: { path: DOMAIN, pathNot: '^app/circles/' },
    }),
    rule('slots-are-found', 'Only the frame uses what stands in slots/, and by finding it.', {
      from: { path: '^app/' },
      to: { path: '^app/[^/]+/slots/', ...NOT_TYPES },
    }),
    rule('time-knows-no-domain', 'time imports ui at most.', {
      from: { path: '^app/time/' },
      to: { path: '^(app|db|content|tests)/', pathNot: '^app/(time|ui)/' },
    }),
    rule('ui-knows-no-domain', 'ui could ship in another product.', {
      from: { path: '^app/ui/' },
      to: { path: '^(app|db|content|tests)/', pathNot: `^app/ui/|${ADDRESSES}` },
    }),
    rule('platform-knows-no-domain', 'platform is the outside world.', {
      from: { path: '^app/platform/' },
      // Mail sets names apart as pages do.
      to: {
        path: '^(app|content|tests)/',
        pathNot: '^app/(platform/|ui/apart\\.ts$)',
        ...NOT_TYPES,
      },
    }),
    rule('db-is-tables', 'db knows nothing of the application.', {
      from: { path: '^db/' },
      to: { path: '^(app|content|tests)/' },
    }),
    rule('demo-is-data', 'The demo’s words are data; it is written by what the rooms offer.', {
      from: { path: '^app/demo/' },
      to: { path: '^(app/(routes|frame|ui)|tests)/' },
    }),
    rule('content-is-prose', 'content imports nothing.', {
      from: { path: '^content/' },
      to: { path: '^(app|db|tests)/' },
    }),
    rule('tests-stay-outside', 'The product does not know its tests.', {
      from: { path: '^(app|db|content)/' },
      to: { path: '^tests/' },
    }),
    rule('composition-root', 'Only the composition root assembles the application.', {
      from: { path: '^(app|db|content)/', pathNot: ROOT },
      to: { path: ROOT, ...NOT_TYPES },
    }),
    rule('remix-behind-a-seam', 'What Remix does inside is known in app/remix alone.', {
      from: { path: '^(app|db|content)/', pathNot: '^app/remix/' },
      to: {
        path: '^node_modules/(turbo-stream|@remix-run/(server-runtime|router))/',
        ...NOT_TYPES,
      },
    }),
    rule('remix-has-doors', 'The server asks the seam; everyone else knows its addresses.', {
      from: { path: '^app/', pathNot: '^app/(remix|server|server\\.ts|entry\\.)' },
      to: { path: '^app/remix/', pathNot: ADDRESSES },
    }),
    rule('seam-knows-no-domain', 'The seam renders whatever it is given.', {
      from: { path: '^app/remix/' },
      to: { path: '^(app|db|content|tests)/', pathNot: '^app/(remix|ui)/', ...NOT_TYPES },
    }),
    rule('lucia-in-one-file', 'Lucia is no longer developed: one file to replace.', {
      from: { pathNot: '^app/access/sign-in\\.server\\.ts$' },
      to: { path: 'node_modules/(lucia|oslo)/' },
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Both kinds of import count, and type-only ones are told apart.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};

function rule(name, comment, between) {
  return { name, comment, severity: 'error', ...between };
}
