/** Reads `?before=17` of a further page; null on the first, and when it says something else. */
export function beforeOf(params: URLSearchParams): number | null {
  const value = params.get('before') ?? '';
  return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}
