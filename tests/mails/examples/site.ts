import * as mailTest from '#app/site/mail/mail-test.tsx';
import { examplesOf, noor as to } from './given.ts';

export const examples = examplesOf('site/mail-test', mailTest, { test: { to, site: 'Octavo' } });
