/** A passage of the book that a note speaks of. */
export function QuotedPassage({ text, page }: { text?: string; page?: string }) {
  if (!text && !page) return null;
  return (
    <blockquote className="passage" dir="auto">
      {text && <p>{text}</p>}
      {page && <cite>{pageInWords(page)}</cite>}
    </blockquote>
  );
}

/** 'p. 86', 'pp. 86–88'; what is no plain page number stands as it was typed. */
function pageInWords(page: string): string {
  if (/^(\d+|[ivxlc]+)$/i.test(page)) return `p. ${page}`;
  return /^\d+\s*[-–,]\s*\d+$/.test(page) ? `pp. ${page.replace(/\s*-\s*/, '–')}` : page;
}
