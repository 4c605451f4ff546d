import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An address with something filled in, as a template: `/circles/${slug}/people`. */
const SPELLED = /`\/[a-z][\w/-]*\/\$\{/g;
const OWN_PLACES = /(^|\/)addresses\.ts$/;

/**
 * @param {string} root the folder that holds app/
 * @returns where an address with a parameter is spelled out, a sentence each
 */
export function spelledAddresses(root) {
  return readdirSync(join(root, 'app'), { recursive: true })
    .filter((file) => /\.tsx?$/.test(file) && !OWN_PLACES.test(file))
    .flatMap((file) => {
      const [spelled] = readFileSync(join(root, 'app', file), 'utf8').match(SPELLED) ?? [];
      return spelled
        ? [`app/${file}: ${spelled}…\` is an address: its room’s addresses.ts spells it.`]
        : [];
    });
}
