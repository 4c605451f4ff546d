import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { publicLoader } from '#app/access/gates.server.ts';
import { PageContext } from '#app/ui/page-context.ts';

export const loader = publicLoader(({ viewer }) => ({
  viewer: viewer ? { name: viewer.name } : null,
}));

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, requestId } = useContext(PageContext);
  useRouteLoaderData<typeof loader>('root');
  return (
    <html lang="en" data-request={requestId} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
