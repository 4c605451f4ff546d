import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { PageContext } from '#app/ui/page-context.ts';

const requestId = document.documentElement.dataset.request ?? '';

startTransition(() => {
  hydrateRoot(
    document,
    <PageContext.Provider value={{ nonce: '', requestId }}>
      <RemixBrowser />
    </PageContext.Provider>,
  );
});
