import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const FILE = /@remix-run\/react\/dist\/esm\/routeModules\.js$/;
const IMPORT = /import\(\s*\/\* webpackIgnore: true \*\/\s*route\.module\)/;

/**
 * Where a route's module does not come, Remix loads the page anew: without a network that ends at
 * the browser's own page, and what was typed is gone. With this it imports by `importPage`.
 */
export function patientModules(): Plugin {
  const importer = JSON.stringify(resolve(import.meta.dirname, 'import-page.ts'));
  return {
    name: 'octavo:patient-modules',
    apply: 'build',
    transform(code, id) {
      if (!FILE.test(id)) return;
      if (!IMPORT.test(code)) this.error('Remix imports the modules of routes in another way now.');
      const patient = code.replace(IMPORT, 'importPage(route.module)');
      return { code: `import { importPage } from ${importer};\n${patient}`, map: null };
    },
  };
}
