/** How many are expected at a session: those who have not said that they can’t come; twelve at most. */
export function expectedAt(people: readonly { answer: string | null }[]): number {
  const coming = people.filter(({ answer }) => answer !== 'no').length;
  return Math.min(12, Math.max(1, coming));
}
