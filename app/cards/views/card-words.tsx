/**
 * HTML a card's Markdown became: paragraphs, lists and emphasis, made by the parser from an
 * allow-list, so that it is safe as it is.
 */
export function CardWords({ html, className = '' }: { html: string; className?: string }) {
  return (
    <div
      className={`[&_li]:mt-1 [&_li]:pl-1 [&_ol]:mt-2 [&_ol]:list-decimal [&_ol]:pl-6 [&_p+p]:mt-3 [&_p]:text-pretty [&_ul]:mt-2 [&_ul]:list-disc [&_ul]:pl-5 [&_li]:marker:text-ink-2 [&_ol+p]:mt-3 [&_ul+p]:mt-3 ${className}`}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
