/**
 * The beginning of a note as plain words, on one line: without what it quotes of others, pictures'
 * addresses and the signs of Markdown. '' for one of nothing but quotes or pictures.
 */
export function excerpt(markdown: string, longest: number): string {
  const words = markdown
    .replace(/^\s*>.*$/gm, '')
    .replace(/^\s*(```|~~~).*$/gm, '')
    .replace(/!?\[([^\]]*)\](\([^)]*\)?|\[[^\]]*\])?/g, '$1')
    .replace(/<(https?:[^\s>]+)>/g, '$1')
    .replace(/^\s*(#{1,6}\s|[-*+]\s|\d+[.)]\s)/gm, '')
    .replace(/^\s*([-*_]\s*){3,}$/gm, '')
    .replace(/(\*\*|__|~~|`)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(^|[\s(])([*_])(?=\S)(.*?\S)\2(?=[\s).,;:!?]|$)/gm, '$1$3')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>~|])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= longest) return words;
  // A word is cut only where it fills nearly all of it.
  const cut = words.slice(0, longest);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > longest / 2 ? end : -1).replace(/[\s.,;:–—-]+$/, '')} …`;
}
