import { LINK_DAYS } from '#app/circles/rules/circles.ts';
import { addressOfJoinLink } from '#app/joining/addresses.ts';
import type { joinLinkOf } from '#app/joining/queries/openings.server.ts';
import { When } from '#app/time/when.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Select } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';

const dayWords: Record<number, string> = { 1: 'One day', 7: 'A week', 30: 'A month' };

interface JoinLinkPanelProps {
  slug: string;
  link: Awaited<ReturnType<typeof joinLinkOf>>;
  timeZone: string;
}

/** The link that lets several people join as members. */
export function JoinLinkPanel({ slug, link, timeZone }: JoinLinkPanelProps) {
  const at = addressOfJoinLink(slug);
  return (
    <section>
      <h2 className="mb-2">One link for several</h2>
      <p className="mb-4 text-sm text-ink-2">
        Whoever has it may join as a member while it works. It tells no names, but for yours.
      </p>
      {link && (
        <p className="mb-4">
          {link.expired ? 'The last one expired ' : 'One works until '}
          <When at={link.until} zone={timeZone} />.
        </p>
      )}
      <PostForm action={at}>
        <Select
          name="days"
          label="It works for"
          options={LINK_DAYS.map((days) => ({ value: days, label: dayWords[days] ?? `${days}` }))}
          defaultValue={7}
          hint={link && !link.expired ? 'A new link ends the one before.' : undefined}
        />
        <Button wide>{link ? 'Make a new link' : 'Make a link'}</Button>
      </PostForm>
      {link && !link.expired && (
        <p className="mt-2">
          <ButtonLink to={`${at}/end`} variant="quiet">
            End the link
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
