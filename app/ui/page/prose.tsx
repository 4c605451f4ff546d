/** Sanitised HTML that people wrote. The sanitising is the writer's duty, at write. */
export function Prose({ html }: { html: string }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
