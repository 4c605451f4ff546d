import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import { type CSSProperties, Fragment, type ReactNode } from 'react';

/**
 * The layout of every message: one narrow column, a serif heading, one button. Templates live in
 * <domain>/emails.tsx, are made of the parts below only, and are imported lazily by the job that
 * sends them: React Email must not slow the start of a web process.
 */

const serif = "'Literata', Georgia, 'Times New Roman', serif";
const sans = "'Figtree', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

// Clients that know the media query get ours; the others keep the light message or darken it alone.
const dark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background-color: #121615 !important; }
  .leaf { background-color: #1a1f1e !important; border-color: #2d3633 !important; }
  .ink { color: #e6ebe8 !important; }
  .ink-2 { color: #a3aea9 !important; }
  .rule { border-color: #2d3633 !important; }
  .quote { border-color: #86cfb8 !important; }
  .link { color: #86cfb8 !important; }
  .button { background-color: #86cfb8 !important; color: #0d1412 !important; }
}
@media (max-width: 480px) { .leaf { padding: 24px 20px !important; } }`;

const text: CSSProperties = {
  fontFamily: sans,
  fontSize: 16,
  lineHeight: '25px',
  color: '#181d1c',
};
const ink2: CSSProperties = { ...text, fontSize: 13, lineHeight: '20px', color: '#545e5a' };

interface LayoutProps {
  /** the line an inbox shows beside the subject */
  preview: string;
  /** the message in a few words, as its heading */
  title: string;
  /** why this person gets it: "You get this because …" */
  reason: string;
  /** the name of the installation */
  site?: string;
  children: ReactNode;
}

export function EmailLayout({ preview, title, reason, site = 'Octavo', children }: LayoutProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Preview data-skip-in-text="true">{preview}</Preview>
      <Body
        className="paper"
        style={{ backgroundColor: '#f4f6f4', margin: 0, padding: '24px 12px' }}
      >
        <Container style={{ maxWidth: 560, margin: '0 auto' }}>
          <Text
            className="ink"
            data-skip-in-text="true"
            style={{
              ...text,
              fontFamily: serif,
              fontSize: 19,
              fontWeight: 600,
              margin: '0 4px 14px',
            }}
          >
            {site}
          </Text>
          <Section
            className="leaf"
            style={{
              backgroundColor: '#ffffff',
              border: '1px solid #d9dfdb',
              borderRadius: 6,
              padding: '32px 32px 28px',
            }}
          >
            <Heading
              as="h1"
              className="ink"
              style={{
                fontFamily: serif,
                fontSize: 26,
                lineHeight: '32px',
                fontWeight: 560,
                letterSpacing: '-0.01em',
                color: '#181d1c',
                margin: '0 0 18px',
              }}
            >
              {title}
            </Heading>
            {children}
          </Section>
          <Text className="ink-2" style={{ ...ink2, margin: '16px 4px 0' }}>
            {reason}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** A paragraph. */
export function EmailText({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ ...text, margin: '0 0 16px' }}>
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
          color: '#ffffff',
          backgroundColor: '#1c5a4a',
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
    <Link href={href} className="link" style={{ color: '#1c5a4a', textDecoration: 'underline' }}>
      {children}
    </Link>
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
          style={{ ...text, margin: '0 0 4px' }}
        >
          <span className="ink-2" style={{ color: '#545e5a' }}>
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
      className="quote ink"
      style={{
        ...text,
        fontFamily: serif,
        borderLeft: '3px solid #1c5a4a',
        padding: '2px 0 2px 16px',
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

export function EmailRule() {
  return <Hr className="rule" style={{ borderColor: '#d9dfdb', margin: '24px 0' }} />;
}
