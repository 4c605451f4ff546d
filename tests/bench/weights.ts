import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = 'build/client/assets';
const inKB = (bytes: number) => Math.round((bytes / 1024) * 10) / 10;
const compressed = (file: string) =>
  gzipSync(readFileSync(join('build/client', file)), { level: 9 }).length;

/** What a first visit to a page downloads, gzip-compressed but for the fonts (already compressed). */
export function weightsOf(html: string) {
  const of = (pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? '')),
  ];
  const scripts = of(/rel="modulepreload" href="([^"]+)"/g);
  const styles = of(/rel="stylesheet" href="([^"]+)"/g);
  const fonts = readdirSync(ASSETS).filter((file) => file.endsWith('.woff2'));
  const sum = (files: string[], size: (file: string) => number) =>
    inKB(files.reduce((total, file) => total + size(file), 0));
  return {
    firstPageJsKB: sum(scripts, compressed),
    cssKB: sum(styles, compressed),
    fontKB: sum(fonts, (file) => readFileSync(join(ASSETS, file)).length),
  };
}
