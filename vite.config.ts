import { resolve } from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwind from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import { patientModules } from './app/remix/patient-modules.ts';
import { parsedCards } from './app/start/parsed-cards.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * What nearly every page loads: the frame, the parts of a page and the ways between rooms. One file
 * of it weighs less, compressed, than the fifty small ones it would be, and a page names one to load
 * beforehand instead of fifty.
 */
const ON_EVERY_PAGE = [
  /\/app\/frame\/(views\/(?!home|landing|circle-parts))?[\w-]+\.tsx?$/,
  /\/app\/ui\/page\/(?!bounded-rows|one-thing|pager|saved|tabs)[\w-]+\.tsx?$/,
  /\/app\/ui\/(drawings|document)\/(?!cover)[\w-]+\.tsx?$/,
  /\/app\/ui\/forms\/(button|field|form|form-context|reasons)\.tsx?$/,
  /\/app\/[a-z]+\/addresses\.ts$/,
  /\/app\/[a-z]+\/slots\/nav\.ts$/,
  /\/app\/(ui|time)\/words\.ts$/,
];
/**
 * What several pages have in common beyond that, by file, for the same reason. What a file imports goes
 * into it too, unless it has one of its own: without theirs, whoever shows a moment or what a thread is
 * about would load all of what writes notes.
 */
const TOGETHER: Record<string, RegExp> = {
  'note-writing':
    /\/app\/discussions\/(notes\/views\/(draft|first-note|note-(fields|preview)|passage|unseen)|views\/about)/,
  'of-threads': /\/app\/discussions\/(views\/context-links|rules\/discussions)\.tsx?$/,
  'of-sessions':
    /\/app\/sessions\/(views\/(session-when|place)|replies\/views\/(reply-buttons|quick-reply))\.tsx$/,
  'of-choices': /\/app\/choosing\/(views\/choice-line|words\/turnout|rules\/choice)\.tsx?$/,
  'card-words': /\/app\/cards\/views\/card-words\.tsx$/,
  'local-times': /\/app\/(time\/local-time-fields|sessions\/schedule\/views\/time-answer)\.tsx$/,
  'choice-field': /\/app\/ui\/forms\/choice-field\.tsx$/,
  'saved-first': /\/app\/ui\/page\/saved-first\.tsx$/,
  'ask-shown': /\/app\/mentoring\/asks\/views\/source-lines\.tsx$/,
  'of-conversations':
    /\/app\/mentoring\/((conversations|meetings|reports)\/(addresses|words)\.ts|conversations\/(rules\/(outcome|conversation)\.ts|views\/(back-to-talk|script-for-two)\.tsx|conversations\.css\?url))$/,
  moments: /\/app\/(time\/when|sessions\/words)\.tsx?$/,
};

const manualChunks = (id: string) =>
  ON_EVERY_PAGE.some((those) => those.test(id))
    ? 'every-page'
    : Object.keys(TOGETHER).find((name) => TOGETHER[name]?.test(id));
/** Shows every mail at `/mails` where Octavo is developed, with what it says in examples of the tests. */
const mails: Plugin = {
  name: 'mails',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use('/mails', async (req, res, next) => {
      try {
        const { mailsPage } = await server.ssrLoadModule('/tests/mails/page.ts');
        const page: string | null = await mailsPage(req.url ?? '/');
        if (page === null) return next();
        // It frames them, with the styles that mail has inline.
        for (const name of ['Content-Security-Policy', 'X-Frame-Options']) res.removeHeader(name);
        res.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
      } catch (error) {
        next(error);
      }
    });
  },
};

/** How the server makes elements. */
const ELEMENTS = resolve(import.meta.dirname, 'app/remix/elements.ts');

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwind(),
    patientModules(),
    mails,
    parsedCards(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
  resolve: isSsrBuild
    ? { alias: [{ find: /^react\/jsx-runtime$/, replacement: ELEMENTS }] }
    : undefined,
  build: {
    target: 'es2022',
    cssMinify: 'lightningcss',
    // A twentieth less on every page than esbuild makes of it, at a few seconds once a build.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { module: true, compress: { passes: 2, pure_getters: true } },
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks } },
  },
  // Native code of the server, which the development server would prepare for the browser.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  server: { hmr: { overlay: true } },
}));
