const pages = new WeakMap<Response, string>();

/** A Response whose text stays at hand, so that it is written without passing through a stream. */
export function keepHtml(html: string, status: number, headers: Headers): Response {
  const response = new Response(null, { status, headers });
  pages.set(response, html);
  return response;
}

/** The text of a Response made by keepHtml; undefined for another. */
export const keptHtml = (response: Response) => pages.get(response);
