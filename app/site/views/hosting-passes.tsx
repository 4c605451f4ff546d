import { useMailWords } from '#app/ui/page/mail-words.ts';
import { countWord, plural } from '#app/ui/words.ts';

interface HostingPassesProps {
  hosted: { passing: number; waiting: number };
}

/** What closing a host's account does to circles, told without naming one. */
export function HostingPasses({ hosted: { passing, waiting } }: HostingPassesProps) {
  const mail = useMailWords();
  if (passing + waiting === 0) return null;
  return (
    <div className="mb-6 flex max-w-measure flex-col gap-3">
      {passing > 0 && (
        <p>
          They host {circles(passing)}. Hosting passes to whoever has been there longest,
          facilitators first.{' '}
          {mail('They are told by mail.', 'No mail leaves this site yet: tell them yourself.')} It
          does not come back by itself when you reactivate the account.
        </p>
      )}
      {waiting > 0 && (
        <p>
          They {passing > 0 ? 'also ' : ''}host {circles(waiting)} with nobody else to pass{' '}
          {plural(waiting, 'it', 'them')} to. {plural(waiting, 'It waits', 'They wait')} as{' '}
          {plural(waiting, 'it is', 'they are')} until the account is active again.
        </p>
      )}
    </div>
  );
}

const circles = (n: number) => `${countWord(n)} ${plural(n, 'circle', 'circles')}`;
