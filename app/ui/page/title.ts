import { apart } from '#app/ui/apart.ts';

interface MetaArgs {
  data: unknown;
  matches: { id: string; data: unknown }[];
}

/**
 * A route's `meta`: the page's title, then the site's name as the root's loader gave it. A function
 * of the loader's data is not called when the loader answered with an error.
 */
export function titled<Data = unknown>(title: string | ((data: Data) => string)) {
  return ({ data, matches }: MetaArgs) => {
    const root = matches.find(({ id }) => id === 'root')?.data as { siteName?: string } | null;
    const site = root?.siteName ?? 'Octavo';
    if (typeof title === 'string') return [{ title: `${title} · ${site}` }];
    if (data === undefined || data === null) return [{ title: site }];
    return [{ title: `${apart(title(data as Data))} · ${site}` }];
  };
}
