import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { whenDecoded } from '#app/remix/decoded.ts';
import { tellingFetch } from '#app/ui/document/data-answers.ts';
import { PageContext } from '#app/ui/document/page-context.ts';
import { patientFetch } from '#app/ui/document/patient-fetch.ts';

window.fetch = patientFetch(tellingFetch(window.fetch));

const requestId = document.documentElement.dataset.request ?? '';

await whenDecoded();

startTransition(() => {
  hydrateRoot(
    document,
    <PageContext.Provider value={{ nonce: '', requestId }}>
      <RemixBrowser />
    </PageContext.Provider>,
  );
});
