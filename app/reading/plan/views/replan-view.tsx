import { Form, useActionData } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { SectionView } from '#app/books/queries/section-view.ts';
import { sectionName } from '#app/books/rules/section-name.ts';
import type { ReplanChoice } from '#app/reading/plan/rules/replan.ts';
import type { ComparedDay } from '#app/reading/plan/words.ts';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Checkbox } from '#app/ui/forms/choice-field.tsx';
import { Select } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import type { FormReply } from '#app/ui/forms/form-reply.ts';
import { Block, Page, PageHead } from '#app/ui/page/page.tsx';
import { Comparison } from './replan-comparison.tsx';

export interface ReplanOutcome {
  choice: ReplanChoice;
  /** why it cannot be done, or would change nothing; null when it can be */
  reason: string | null;
  seen: string;
  words: string[];
  days: ComparedDay[];
}

interface ReplanViewProps {
  title: string;
  version: number;
  back: string;
  /** what was due by today: how far the circle can have read */
  reached: SectionView[];
  readUpTo: number;
  /** what is still to be read */
  open: SectionView[];
  dropped: number[];
  outcomes: ReplanOutcome[];
}

const titles: Record<ReplanChoice, { title: string; lede: string; press: string }> = {
  shift: {
    title: 'Shift everything',
    lede: 'The same stints, on later days.',
    press: 'Shift everything',
  },
  squeeze: {
    title: 'Squeeze the rest',
    lede: 'All of it by the day it was to end, spread anew over the days that are left.',
    press: 'Squeeze the rest',
  },
  drop: {
    title: 'Drop some of it',
    lede: 'What you tick is for those who like; the rest is spread over the days that are left.',
    press: 'Drop what is ticked',
  },
};

const quiet: FormReply = { values: {}, errors: {} };

/** Planning the rest of a reading anew: where the circle is, three ways on, before and after. */
export function ReplanView(props: ReplanViewProps) {
  const { title, version, back, readUpTo, open, dropped, outcomes } = props;
  const reply = useActionData<{ form?: FormReply } | undefined>()?.form;
  return (
    <Page>
      <PageHead
        eyebrow={title}
        title="Plan the rest anew"
        lede="Nothing you have read is touched, and no day that has passed. Look first; one press does it."
      />
      <WhereYouAre {...props} />
      {outcomes.map((outcome) => {
        const { choice, reason, seen } = outcome;
        const { title, lede, press } = titles[choice];
        return (
          <Block key={choice} title={title}>
            <p className="text-ink-2">{lede}</p>
            {choice === 'drop' && <DropForm open={open} dropped={dropped} readUpTo={readUpTo} />}
            {reason !== null ? (
              <p className="mt-4">{reason}</p>
            ) : (
              <PostForm aria-label={title} reply={reply?.values.choice === choice ? reply : quiet}>
                <Outcome {...outcome}>
                  <Hidden name="choice" value={choice} />
                  <Hidden name="upTo" value={readUpTo} />
                  <Hidden name="drop" value={dropped.join(',')} />
                  <Hidden name="version" value={version} />
                  <Hidden name="seen" value={seen} />
                  <Button variant="primary">{press}</Button>
                </Outcome>
              </PostForm>
            )}
          </Block>
        );
      })}
      <p className="mt-8">
        <ButtonLink to={back} variant="quiet">
          Leave the plan as it is
        </ButtonLink>
      </p>
    </Page>
  );
}

function Outcome({ words, days, children }: ReplanOutcome & { children: ReactNode }) {
  return (
    <div className="mt-4 grid gap-x-16 gap-y-5 lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <ul className="list-disc pl-5">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <Comparison days={days} />
      </div>
      <div>{children}</div>
    </div>
  );
}

function WhereYouAre({ reached, readUpTo }: Pick<ReplanViewProps, 'reached' | 'readUpTo'>) {
  if (reached.length === 0) return null;
  return (
    <Form method="get" className="mb-10 flex max-w-2xl flex-wrap items-end gap-3">
      <Select
        name="upTo"
        label="How far has the circle read?"
        defaultValue={readUpTo}
        className="mb-0! min-w-0 flex-1 basis-72"
        options={[
          { value: 0, label: 'None of it yet' },
          ...reached.map((section) => ({
            value: section.id,
            label: `Up to and with ${sectionName(section)}`,
          })),
        ]}
      />
      <Button>Plan from here</Button>
    </Form>
  );
}

function DropForm({
  open,
  dropped,
  readUpTo,
}: Pick<ReplanViewProps, 'open' | 'dropped' | 'readUpTo'>) {
  return (
    <Form method="get" className="mt-4">
      <Hidden name="upTo" value={readUpTo} />
      {/* Says that something was chosen, even nothing. */}
      <Hidden name="drop" value="" />
      <fieldset>
        <legend className="mb-2 font-semibold">For those who like</legend>
        <div className="grid gap-x-8 sm:grid-cols-2">
          {open.map((section) => (
            <Checkbox
              key={`${section.id} ${dropped.includes(section.id)}`}
              name="drop"
              value={section.id}
              label={sectionName(section)}
              defaultChecked={dropped.includes(section.id)}
              className="mb-2!"
            />
          ))}
        </div>
      </fieldset>
      <Button className="mt-2">Plan without what is ticked</Button>
    </Form>
  );
}
