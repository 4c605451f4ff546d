const upToNineteen = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** 'forty-eight', and 'no' for none; digits from a hundred. */
export function numberWord(n: number): string {
  const ten = tens[Math.floor(n / 10) - 2];
  if (ten) return n % 10 === 0 ? ten : `${ten}-${upToNineteen[n % 10]}`;
  return upToNineteen[n] ?? String(n);
}

/** 'seven' up to twelve (and 'no' for none), digits beyond: '13'. */
export function countWord(n: number): string {
  return n <= 12 ? numberWord(n) : String(n);
}

/** The word alone, without the number: `${countWord(n)} ${plural(n, 'seat', 'seats')}`. */
export function plural(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}

/** 'Seven seats' of 'seven seats'. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 'Rui', 'Rui and Hanne', 'Rui, Hanne and Leila': each once. */
export function listed(words: readonly string[]): string {
  const once = [...new Set(words)];
  const last = once.pop() ?? '';
  return once.length > 0 ? `${once.join(', ')} and ${last}` : last;
}
