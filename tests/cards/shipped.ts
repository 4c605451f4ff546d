import { deckFolders } from '#app/cards/files/queries/shelves.server.ts';

/** A passage that a shipped card says to everybody, and one it says to whoever runs it alone. */
export async function passagesOf(deck: string, card: string) {
  const { decks } = await deckFolders();
  const found = decks.find(({ slug }) => slug === deck)?.cards.find(({ slug }) => slug === card);
  const prompt = found?.blocks.find((block) => block.kind === 'prompt');
  const facilitator = found?.blocks.find((block) => block.kind === 'facilitator');
  return {
    prompt: longest(prompt?.html ?? ''),
    note: longest(facilitator?.html ?? facilitator?.notes[0]?.html ?? ''),
  };
}

/** The longest words of HTML that stand in a page and in its data alike. */
function longest(html: string): string {
  const [words = ''] = html.split(/<[^>]*>|[&"\\\n]/).sort((a, b) => b.length - a.length);
  if (words.length < 20) throw new Error(`“${html}” says too little to be looked for.`);
  return words.trim();
}
