const siteName = 'Octavo';

interface MetaArgs {
  data: unknown;
}

/**
 * A route's `meta`: the page's title, then the site's name. A function of the loader's data is not
 * called when the loader answered with an error.
 */
export function titled<Data = unknown>(title: string | ((data: Data) => string)) {
  return ({ data }: MetaArgs) => {
    if (typeof title === 'string') return [{ title: `${title} · ${siteName}` }];
    if (data === undefined || data === null) return [{ title: siteName }];
    return [{ title: `${title(data as Data)} · ${siteName}` }];
  };
}
