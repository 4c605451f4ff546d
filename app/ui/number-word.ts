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
