import { sectionName } from '#app/books/rules/section-name.ts';
import { addressOfReading } from '#app/reading/addresses.ts';
import type { Standing } from '#app/reading/progress/queries/standing.server.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Checkbox, Segmented } from '#app/ui/forms/choice-field.tsx';
import { Field, Fieldset } from '#app/ui/forms/field.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';
import { Link } from '#app/ui/page/link.tsx';
import { Block, Page, PageHead, Row, Rows } from '#app/ui/page/page.tsx';
import { MyProgress } from './my-progress.tsx';

interface ProgressViewProps {
  /** the circle's slug */
  circle: string;
  book: string;
  standing: Standing;
  mostlyRead: boolean;
}

/** Where a member says how far they are, in whichever way suits them, and who may see it. */
export function ProgressView({ circle, book, standing, mostlyRead }: ProgressViewProps) {
  return (
    <Page width="narrow">
      <PageHead
        eyebrow={<Link to={addressOfReading(circle, standing.readingId)}>{book}</Link>}
        title="Your progress"
        lede="Notes from further on than you are stay folded, until you want them."
      />
      <MyProgress circle={circle} standing={standing} mostlyRead={mostlyRead} back="progress" />
      <Block title="By page or percent">
        <Place {...standing} />
      </Block>
      <Block title="By chapter">
        <Sections {...standing} />
      </Block>
      <Block title="Who sees it">
        <Sharing {...standing} />
      </Block>
    </Page>
  );
}

function Place({ page, percent }: Standing) {
  return (
    <PostForm name="place">
      <Hidden name="what" value="place" />
      <div className="progress-place">
        <Field
          name="page"
          label="Page"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={page ?? ''}
        />
        <span>or</span>
        <Field
          name="percent"
          label="Percent"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={percent ?? ''}
        />
        <Button>Save where I am</Button>
      </div>
      <p className="hint">The last page you finished. Percent suits an e-book or a recording.</p>
    </PostForm>
  );
}

function Sections({ sections }: Standing) {
  // New ticks after a save from elsewhere are new defaults.
  const key = sections.map(({ within }) => (within ? 1 : 0)).join('');
  return (
    <PostForm key={key} name="sections">
      <Hidden name="what" value="sections" />
      <Fieldset legend="What I have read" className="progress-sections">
        {sections.map((section) => (
          <Checkbox
            key={section.id}
            name="read"
            value={section.id}
            label={sectionName(section)}
            defaultChecked={section.within}
          />
        ))}
      </Fieldset>
      <Button>Save what I have read</Button>
    </PostForm>
  );
}

function Sharing({ shares, named }: Standing) {
  return (
    <>
      <PostForm name="sharing">
        <Hidden name="what" value="sharing" />
        <Segmented
          name="sharing"
          legend="Who sees how far I am"
          quiet
          defaultValue={shares ? 'by-name' : 'circle'}
          options={[
            { value: 'circle', label: 'Nobody' },
            { value: 'by-name', label: 'The circle, by name' },
          ]}
          hint="Either way you count in how many of the circle are at the same place, which names nobody."
        />
        <Button>Save who sees it</Button>
      </PostForm>
      {named.length > 0 && (
        <div className="mt-6">
          <p className="mb-2 text-ink-2">These members let the circle see theirs:</p>
          <Rows label="Those who let you see it">
            {named.map(({ id, name, words }) => (
              <Row key={id} title={name} meta={words ? `As far as ${words}` : 'Not begun'} />
            ))}
          </Rows>
        </div>
      )}
    </>
  );
}
