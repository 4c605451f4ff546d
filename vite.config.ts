import { vitePlugin as remix } from '@remix-run/dev';
import tailwind from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { patientModules } from './app/remix/patient-modules.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
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
  build: { target: 'es2022', cssMinify: 'lightningcss', assetsInlineLimit: 0 },
  // Native code of the server, which the development server would prepare for the browser.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  server: { hmr: { overlay: true } },
});
