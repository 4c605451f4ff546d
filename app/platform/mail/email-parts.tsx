import { Button, Heading, Link, Section, Text } from '@react-email/components';
import { Fragment, type ReactNode } from 'react';
import { colours, emailText, ink2, sans, serif } from './email-styles.ts';

const { light } = colours;

/** A paragraph. */
export function EmailText({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ ...emailText, margin: '0 0 16px' }}>
      {children}
    </Text>
  );
}

/** A paragraph of small print. */
export function EmailSmall({ children }: { children: ReactNode }) {
  return (
    <Text className="ink-2" style={{ ...ink2, margin: '16px 0 0' }}>
      {children}
    </Text>
  );
}

/** The one button of a message. In plain text: the label and, on its own line, the address. */
export function EmailButton({ href, children }: { href: string; children: string }) {
  return (
    <Section style={{ margin: '24px 0 20px' }}>
      <Button
        href={href}
        className="button"
        data-text-format="action"
        style={{
          fontFamily: sans,
          fontSize: 16,
          lineHeight: '20px',
          fontWeight: 600,
          color: light.clothInk,
          backgroundColor: light.cloth,
          borderRadius: 6,
          padding: '13px 20px',
          textDecoration: 'none',
        }}
      >
        {children}
      </Button>
    </Section>
  );
}

export function EmailLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link" style={{ color: light.cloth, textDecoration: 'underline' }}>
      {children}
    </Link>
  );
}

/** What may be done instead, below the one button: as quiet as it may be and still be found. */
export function EmailOther({ href, children }: { href: string; children: string }) {
  return (
    <Section style={{ margin: '0 0 12px' }}>
      <Button
        href={href}
        className="quote"
        data-text-format="action"
        style={{
          fontFamily: sans,
          fontSize: 16,
          lineHeight: '20px',
          fontWeight: 600,
          border: `1px solid ${light.cloth}`,
          borderRadius: 6,
          padding: '11px 20px',
          textDecoration: 'none',
        }}
      >
        <span className="link" style={{ color: light.cloth }}>
          {children}
        </span>
      </Button>
    </Section>
  );
}

/** Facts as lines of "term: value". */
export function EmailFacts({ items }: { items: { term: string; value: string }[] }) {
  return (
    <Section style={{ margin: '0 0 16px' }}>
      {items.map(({ term, value }) => (
        <Text
          key={term}
          data-text-format="line"
          className="ink"
          style={{ ...emailText, margin: '0 0 4px' }}
        >
          <span className="ink-2" style={{ color: light.ink2 }}>
            {`${term}:`}
          </span>{' '}
          {value}
        </Text>
      ))}
    </Section>
  );
}

/** Words somebody wrote to the reader. Line ends are kept. */
export function EmailQuote({ children }: { children: string }) {
  return (
    <blockquote
      dir="auto"
      className="quote ink"
      style={{
        ...emailText,
        fontFamily: serif,
        borderInlineStart: `3px solid ${light.cloth}`,
        padding: '2px 16px',
        margin: '0 0 16px',
      }}
    >
      {children.split('\n').map((line, i) => (
        <Fragment key={i}>
          {i > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </blockquote>
  );
}

/** A part of a message that tells of several things, under a name of its own. */
export function EmailPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section
      className="quote"
      style={{ borderTop: `3px solid ${light.cloth}`, padding: '8px 0 0', margin: '0 0 20px' }}
    >
      <Heading
        as="h2"
        className="ink"
        style={{ ...ink2, color: light.ink, fontWeight: 600, margin: 0 }}
      >
        {title}
      </Heading>
      {children}
    </Section>
  );
}

/** One thing of a part: where it is, by its title, and what is told of it. */
export function EmailThing({ href, title, children }: ThingProps) {
  return (
    <Section
      className="rule"
      style={{ borderBottom: `1px solid ${light.rule}`, padding: '12px 0' }}
    >
      {title !== null && (
        <Text data-text-format="line" style={{ ...emailText, margin: 0 }}>
          <Link
            href={href}
            className="link"
            style={{ fontFamily: serif, fontSize: 17, fontWeight: 600, color: light.cloth }}
          >
            {title}
          </Link>
        </Text>
      )}
      {children}
    </Section>
  );
}

interface ThingProps {
  href: string;
  /** null where the message is called so */
  title: string | null;
  children: ReactNode;
}

interface ToldProps {
  /** null where the title leads there */
  href: string | null;
  when: string;
  /** the beginning of what somebody wrote, as plain words */
  said: string | undefined;
  children: string;
}

/** What happened, when, and what was written. */
export function EmailTold({ href, when, said, children }: ToldProps) {
  const told = children.replace(/\.$/, '');
  return (
    <Section data-text-format="block">
      <Text
        data-text-format="line"
        className="ink-2"
        style={{ ...ink2, fontSize: 14, margin: '3px 0 0' }}
      >
        {href ? <EmailLink href={href}>{told}</EmailLink> : told}
        {` · ${when}`}
      </Text>
      {said && (
        <Text
          dir="auto"
          data-text-format="line"
          className="ink"
          style={{ ...emailText, fontFamily: serif, lineHeight: '24px', margin: '2px 0 8px' }}
        >
          {said}
        </Text>
      )}
    </Section>
  );
}
