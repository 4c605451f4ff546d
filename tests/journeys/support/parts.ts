/** The people that a start with --demo prints sign-in links for, by the part they play. */
const parts = ['host', 'facilitator', 'member', 'admin'] as const;
export type Part = (typeof parts)[number];

/** The link a start printed for a part. */
export function signInLink(
  part: Part,
  links: { label: string; url: string }[] = JSON.parse(process.env.JOURNEY_LINKS ?? '[]'),
): string {
  const link = links.find(({ label }) => label.toLowerCase().includes(part));
  if (!link) throw new Error(`The start printed no sign-in link for a ${part}.`);
  return link.url;
}
