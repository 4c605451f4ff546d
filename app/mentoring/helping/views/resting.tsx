import { BACK } from '#app/mentoring/helping/addresses.ts';
import { When } from '#app/time/when.tsx';
import { Button } from '#app/ui/forms/button.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';

/** To who rests: why, and the way back. */
export function Resting({ since, zone }: { since: string; zone: string }) {
  return (
    <section className="panel mb-10">
      <h2 className="mb-2">You’re resting</h2>
      <p className="mb-4">
        Three asks went unanswered, so since <When at={since} zone={zone} style="day" /> nobody is
        led to you. That happens; those who asked you read only that you take no more for now.
      </p>
      <PostForm action={BACK}>
        <Button variant="primary">I’m back</Button>
      </PostForm>
    </section>
  );
}
