import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { decodedData, whenDecoded } from '#app/remix/decoded.ts';
import { pageScripts } from '#app/remix/page-scripts.ts';
import { hasClocksFor } from '#app/time/zones.ts';
import { tellingFetch } from '#app/ui/document/data-answers.ts';
import { PageContext } from '#app/ui/document/page-context.ts';
import { patientFetch } from '#app/ui/document/patient-fetch.ts';

window.fetch = patientFetch(tellingFetch(window.fetch));

const requestId = document.documentElement.dataset.request ?? '';

await whenDecoded();

// Where it would say other times than the server did, what the server said stays: the page then works
// as it does without scripts.
if (hasClocksFor(decodedData())) {
  startTransition(() => {
    hydrateRoot(
      document,
      <PageContext.Provider value={{ nonce: '', requestId, scriptsOf: pageScripts }}>
        <RemixBrowser />
      </PageContext.Provider>,
    );
  });
}
