import { vitePlugin as remix } from '@remix-run/dev';
import tailwind from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { patientModules } from './app/remix/patient-modules.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * What nearly every page loads: the frame, the parts of a page, the ways between rooms and what is
 * said after an act. One file of it weighs less, compressed, than the fifty small ones it would be,
 * and a page names one to load beforehand instead of fifty.
 */
const ON_EVERY_PAGE = [
  /\/app\/frame\/(views\/(?!home|landing))?[\w-]+\.tsx?$/,
  /\/app\/ui\/(page|drawings|document)\/[\w-]+\.tsx?$/,
  /\/app\/ui\/forms\/(button|form-context|reasons)\.tsx?$/,
  /\/app\/[a-z]+\/(addresses|notices)\.ts$/,
  /\/app\/[a-z]+\/slots\/nav\.ts$/,
  /\/app\/(ui|time)\/words\.ts$/,
];
const manualChunks = (id: string) =>
  ON_EVERY_PAGE.some((those) => those.test(id)) ? 'every-page' : undefined;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwind(),
    patientModules(),
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
