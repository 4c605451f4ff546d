import type { Member, Viewer } from '#app/access/proofs.ts';
import { setHelping } from '#app/mentoring/helping/commands/set-helping.server.ts';
import { setBetweenVolume } from '#app/notifications/hearing/commands/set-between-volume.server.ts';
import { setHours } from '#app/notifications/hearing/commands/set-hours.server.ts';
import { setVolume } from '#app/notifications/hearing/commands/set-volume.server.ts';
import { type CastCircle, circleOf, member, person } from '#tests/support/cast.ts';
import { db } from '#tests/support/set-up.ts';
import type { CircleName, people } from './script.ts';

type Who = Viewer & { email: string };

const minutesOf = (time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/** The people of the script and their circles, with what each of them has set. */
export async function castOf(all: typeof people) {
  const cast = new Map<string, Who>();
  for (const { name, zone, askMeAbout } of all) {
    const made = await person(name as 'Ines', { timeZone: zone });
    cast.set(name, made);
    if (!askMeAbout) continue;
    await db
      .updateTable('person')
      .set({ ask_me_about: askMeAbout })
      .where('id', '=', made.personId)
      .execute();
  }
  const circles = new Map<CircleName, CastCircle>();
  for (const name of ['Tuesday leads', 'The other side'] as const) {
    const [host, ...members] = all.filter((one) => one.circles.includes(name));
    if (!host) throw new Error(`Nobody is in ${name}.`);
    const made = { name, host: who(host.name), members: members.map((one) => who(one.name)) };
    circles.set(name, await circleOf(made));
  }
  for (const { name, between, hears, hours, saidInMail, circles: theirs } of all) {
    if (between) await setBetweenVolume(who(name), between);
    if (hears) for (const circle of theirs) await setVolume(await asMember(name, circle), hears);
    if (hours) {
      const { from, to } = hours.quiet ?? {};
      const quiet = from && to ? { from: minutesOf(from), to: minutesOf(to) } : null;
      const days = [1, 2, 3, 4, 5, 6, 7];
      await setHours(who(name), { days, hour: hours.hour, quiet, version: 0 });
    }
    if (saidInMail) {
      const usual = { atOnce: 3, pausedUntil: null, beyondCircles: true };
      await setHelping(who(name), { ...usual, saidInMail, version: 1 });
    }
  }
  return { who, nameBy, circleBy, asMember };

  function who(name: string): Who {
    const found = cast.get(name);
    if (!found) throw new Error(`Nobody is called ${name}.`);
    return found;
  }

  function circleBy(name: CircleName): CastCircle {
    const found = circles.get(name);
    if (!found) throw new Error(`No circle is called ${name}.`);
    return found;
  }

  async function asMember(name: string, circle: CircleName): Promise<Member> {
    return member(who(name), circleBy(circle).slug);
  }

  /** The name of whoever has an id or an address. */
  function nameBy(of: number | string): string {
    const known = [...cast].find(([, one]) => one.personId === of || one.email === of);
    return known?.[0] ?? String(of);
  }
}
