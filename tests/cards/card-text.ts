import { parseCard } from '#app/cards/files/rules/parse-card.server.ts';

/** The text of a sound card, to be spoilt by the tests one place at a time. */
export const soundCard = `---
title: What arrived late
kind: discussion
minutes: 12
people: [3, 8]
for: Circles that keep meeting the same surprise
books: ["Thinking in Systems"]
source: null
about: [trust, results]
notch: 2
---

<Prompt>Most surprises at work sit far from their cause.</Prompt>

<Quote source="A colleague">It was quiet. Too *quiet*.</Quote>

<Step mode="alone" minutes={4} title="Write">

<Scale question="How late was it?" low="A day" high="A year" steps={5} show="private" />

Name **one** decision.

- What arrived?
- When?

</Step>

<Step mode="trios" minutes={8} title="Tell it">
Four minutes each.
</Step>

<Reflect>Who saw it before you?</Reflect>

<Facilitator>
Read your own first.
</Facilitator>
`;

/** The sound card with one passage replaced. @throws when the passage is not in it once */
export function spoilt(passage: string, by: string): string {
  const parts = soundCard.split(passage);
  if (parts.length !== 2) throw new Error(`“${passage}” is in the card ${parts.length - 1} times.`);
  return parts.join(by);
}

/** Why the sound card is refused with that passage replaced; none when it is not. */
export function refusalOf(passage: string, by: string) {
  const result = parseCard(spoilt(passage, by));
  return result.ok ? [] : result.problems;
}

export const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
