import { resolve } from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwind from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import { patientModules } from './app/remix/patient-modules.ts';

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
  /\/app\/ui\/page\/(?!bounded-rows|one-thing|pager|saved-now|tabs)[\w-]+\.tsx?$/,
  /\/app\/ui\/(drawings|document)\/[\w-]+\.tsx?$/,
  /\/app\/ui\/forms\/(button|field|form|form-context|reasons)\.tsx?$/,
  /\/app\/[a-z]+\/addresses\.ts$/,
  /\/app\/[a-z]+\/slots\/nav\.ts$/,
  /\/app\/(ui|time|sessions)\/words\.ts$/,
  /\/app\/time\/when\.tsx$/,
];
/** What is loaded wherever a note is written: one file of it, for the same reason. */
const NOTE_WRITING =
  /\/app\/discussions\/(notes\/views\/(draft|first-note|note-(fields|preview)|passage|unseen)|views\/about)/;
/** What they share with other pages, which would load all of them without a file for this. */
const OF_THREADS = /\/app\/discussions\/(views\/context-links|rules\/discussions)\.tsx?$/;
/** Looking for a card, on its own page and in the form of a session. */
const CARD_SEARCH = /\/app\/cards\/views\/card-(filters|in-short|words)\.tsx?$/;

const manualChunks = (id: string) => {
  if (ON_EVERY_PAGE.some((those) => those.test(id))) return 'every-page';
  if (NOTE_WRITING.test(id)) return 'note-writing';
  if (OF_THREADS.test(id)) return 'of-threads';
  return CARD_SEARCH.test(id) ? 'card-search' : undefined;
};

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
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks } },
  },
  // Native code of the server, which the development server would prepare for the browser.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  server: { hmr: { overlay: true } },
}));
