/**
 * Time zones as they are stored, as this machine reads them, and as people call them. A zone's name
 * comes from a browser or from another release of the server, so none is sure to be known here.
 */

/** Names that were changed, and what the zone is called today. ICU reports many by the old one. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Dacca': 'Asia/Dhaka',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Macao': 'Asia/Macau',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Thimbu': 'Asia/Thimphu',
  'Asia/Ujung_Pandang': 'Asia/Makassar',
  'Asia/Ulan_Bator': 'Asia/Ulaanbaatar',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Etc/GMT': 'UTC',
  'Etc/UTC': 'UTC',
  'Europe/Kiev': 'Europe/Kyiv',
  GMT: 'UTC',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Young zones, and an older one whose clocks show the same today. */
const STAND_INS: Readonly<Record<string, string>> = {
  'America/Ciudad_Juarez': 'America/Denver',
  'America/Coyhaique': 'America/Punta_Arenas',
  'America/Punta_Arenas': 'America/Argentina/Buenos_Aires',
  'Asia/Qostanay': 'Asia/Qyzylorda',
};

const OLD_NAMES = new Map(Object.entries(RENAMED).map(([old, today]) => [today, old]));

const known = new Map<string, boolean>();

/** Whether this machine has clocks for a zone. */
export function isKnown(zone: string): boolean {
  let answer = known.get(zone);
  if (answer === undefined) {
    try {
      answer = new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
    } catch {
      answer = false;
    }
    // What arrives with a request does not stay: it could be anything.
    if (known.size < 1_000) known.set(zone, answer);
  }
  return answer;
}

/** The same zone by a name that is known here, or one with the same clocks; UTC when there is none. */
export function usableZone(zone: string): string {
  if (isKnown(zone)) return zone;
  const today = todaysName(zone);
  const others = [today, OLD_NAMES.get(today), STAND_INS[today], fixedZone(zone)];
  const other = others.find((name) => name !== undefined && isKnown(name));
  if (other) return other;
  const standIn = STAND_INS[today];
  return standIn ? usableZone(standIn) : 'UTC';
}

/**
 * Whether this machine has clocks for every zone that is named in `data`. A browser that has not would
 * say other times than the server did.
 */
export function hasClocksFor(data: unknown): boolean {
  let has = true;
  JSON.stringify(data, (key, value) => {
    const isLacking = /zone$/i.test(key) && value && !isKnown(value);
    if (isLacking && usableZone(value) === 'UTC') has = false;
    return value;
  });
  return has;
}

/** What a zone is called today: 'Europe/Kyiv' of 'Europe/Kiev'. */
export const todaysName = (zone: string): string => RENAMED[zone] ?? zone;

/** Whether two names mean one zone. */
export const isSameZone = (a: string, b: string) => todaysName(a) === todaysName(b);

/** The zone of 'Etc/GMT-2' that a browser set to the offset '+02:00' means; none for half hours. */
export function fixedZone(offset: string): string | undefined {
  const [, sign, hours] = /^([+-])(\d{2}):?(?:00)?$/.exec(offset) ?? [];
  if (!sign || Number(hours) > 14) return undefined;
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}

/** 'UTC−2' of 'Etc/GMT+2', whose sign is the other way round. */
function offsetLabel(zone: string): string | undefined {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/.exec(zone) ?? [];
  if (!sign) return undefined;
  return Number(hours) === 0 ? 'UTC' : `UTC${sign === '+' ? '−' : '+'}${hours}`;
}

/** 'America/Argentina/Buenos Aires', 'UTC−2' of 'Etc/GMT+2'. */
export function zoneLabel(zone: string): string {
  const today = todaysName(fixedZone(zone) ?? zone);
  return offsetLabel(today) ?? today.replaceAll('_', ' ');
}

/** 'Buenos Aires' of 'America/Argentina/Buenos_Aires'. */
export const zoneCity = (zone: string): string => zoneLabel(zone).split('/').at(-1) ?? '';

/** The same beside a time: a zone without clocks here is read in UTC, and called so. */
export const clockCity = (zone: string) => (usableZone(zone) === 'UTC' ? 'UTC' : zoneCity(zone));
