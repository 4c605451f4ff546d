import { data, type HeadersFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  type MetaFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { publicLoader } from '#app/access/gates.server.ts';
import { mailIsKept, siteSettings } from '#app/accounts/queries/site.server.ts';
import { ConfirmEmailBanner } from '#app/accounts/views/confirm-email-banner.tsx';
import { facesEverywhere } from '#app/circles/rules/faces.ts';
import { noticeShown } from '#app/frame/all-notices.server.ts';
import { Shell } from '#app/frame/views/shell.tsx';
import { readNotice } from '#app/platform/notice.server.ts';
import styles from '#app/styles/app.css?url';
import { ErrorPage, errorTitle } from '#app/ui/document/error-pages.tsx';
import { KeptPart } from '#app/ui/document/kept-part.tsx';
import { uiLinks } from '#app/ui/document/links.ts';
import { PageContext } from '#app/ui/document/page-context.ts';
import { StayInPlace } from '#app/ui/document/stay-in-place.tsx';
import { MailKeptContext } from '#app/ui/page/mail-words.ts';
import { NoticeLine } from '#app/ui/page/notice-line.tsx';

export const links = () => [...uiLinks, { rel: 'stylesheet', href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const site = data?.siteName ?? 'Octavo';
  return [{ title: error ? `${errorTitle(error)} · ${site}` : site }];
};

export const loader = publicLoader(async ({ viewer, request, params, access }) => {
  const notice = readNotice(request.headers.get('Cookie'));
  const { name: siteName } = await siteSettings();
  // What this page shows is read, and counted no more.
  await access.othersAnswered();
  const shown = {
    unconfirmed: viewer && !viewer.emailConfirmed ? viewer.email : null,
    siteName,
    viewer: viewer && {
      id: viewer.personId,
      name: viewer.name,
      siteAdmin: viewer.siteAdmin,
      unread: viewer.inbox.unread,
      ...facesEverywhere(viewer.memberships, params.circle),
    },
    mailIsKept: mailIsKept(),
    notice: notice && noticeShown(notice, { mailIsKept: mailIsKept() }),
  };
  return data(shown, notice ? { headers: { 'Set-Cookie': notice.clear } } : undefined);
});

/** What an error says to browsers beside its page: when to come back. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers();

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, requestId } = useContext(PageContext);
  return (
    <html lang="en" data-request={requestId} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <KeptPart name="links">
          <Links />
        </KeptPart>
      </head>
      <body>
        <Frame>{children}</Frame>
        <ScrollRestoration nonce={nonce} />
        <StayInPlace />
        <KeptPart name="scripts">
          <Scripts nonce={nonce} />
        </KeptPart>
      </body>
    </html>
  );
}

/** What a route says about its place: `handle = { circle: 'band' }` on a circle's own page. */
interface Handle {
  circle?: 'band' | 'crumb' | 'none';
  shell?: 'bare' | 'cover';
}

type Match = ReturnType<typeof useMatches>[number] | undefined;

const handleOf = (page: Match): Handle => (page?.handle as Handle | undefined) ?? {};

/** A page that draws its own top and has nothing to draw arrives as others do. */
function kindOf(page: Match): Handle['shell'] {
  const { shell } = handleOf(page);
  return shell === 'bare' && page?.data == null ? 'cover' : shell;
}

function Frame({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const page = useMatches().at(-1);
  const slug = page?.params.circle;
  const circle = root?.viewer?.circles.find((mine) => mine.slug === slug) ?? null;
  const asked = handleOf(page).circle ?? 'crumb';
  return (
    <MailKeptContext.Provider value={root?.mailIsKept ?? false}>
      <Shell
        viewer={root?.viewer ?? null}
        circle={circle}
        band={circle && asked !== 'none' ? (asked === 'band' ? 'full' : 'crumb') : 'none'}
        kind={root ? kindOf(page) : 'cover'}
        siteName={root?.siteName ?? 'Octavo'}
        purpose={(page?.data as { bandLine?: string } | undefined)?.bandLine}
        notice={root?.notice && <NoticeLine shown={root.notice} />}
        remark={
          root?.unconfirmed &&
          page?.pathname === '/' && <ConfirmEmailBanner email={root.unconfirmed} />
        }
      >
        {children}
      </Shell>
    </MailKeptContext.Provider>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
