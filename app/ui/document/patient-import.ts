import { untilNextTry } from './waiting.ts';

/**
 * Imports the module of a page. While it cannot be reached it is waited for; when the server has it
 * no more, because a newer Octavo took its place, the browser goes to that page anew.
 * @param target the address that is on its way
 */
export async function patientImport(url: string, target: () => string): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    try {
      return await import(/* @vite-ignore */ url);
    } catch {
      const found = await fetch(url).catch(() => null);
      if (found && found.status < 500 && (!found.ok || tries > 0)) {
        location.assign(target());
        return new Promise(() => {});
      }
      if (found?.ok) continue;
      const why = navigator.onLine ? 'away' : 'offline';
      await untilNextTry({ why, sends: false, asks: false }, tries);
    }
  }
}
