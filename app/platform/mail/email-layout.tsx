import {
  Body,
  Container,
  Head,
  Heading,
  Html,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import type { ReactNode } from 'react';
import { SettingsLink } from './email-settings.tsx';
import { colours, emailText, ink2, serif } from './email-styles.ts';

const { light, dark } = colours;

/**
 * The layout of every message: one narrow column, a serif heading, one button. Each mail is a file of
 * its room's mail/, made of email-parts.tsx only, and imported lazily by the job that sends it: React
 * Email must not slow the start of a web process.
 */

// Clients that know the media query get ours; the others keep the light message or darken it alone.
const inTheDark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background-color: ${dark.paper} !important; }
  .leaf { background-color: ${dark.leaf} !important; border-color: ${dark.rule} !important; }
  .ink { color: ${dark.ink} !important; }
  .ink-2 { color: ${dark.ink2} !important; }
  .rule { border-color: ${dark.rule} !important; }
  .quote { border-color: ${dark.cloth} !important; }
  .link { color: ${dark.cloth} !important; }
  .button { background-color: ${dark.cloth} !important; color: ${dark.clothInk} !important; }
}
@media (max-width: 480px) { .leaf { padding: 24px 20px !important; } }`;

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
        <style>{inTheDark}</style>
      </Head>
      <Preview data-skip-in-text="true">{preview}</Preview>
      <Body className="paper" style={{ backgroundColor: light.paper, margin: 0, padding: 0 }}>
        {/* Body gives its colour to a cell that no class reaches: this covers it. */}
        <Section className="paper" style={{ backgroundColor: light.paper, padding: '24px 12px' }}>
          <Container style={{ maxWidth: 560, margin: '0 auto' }}>
            <Text
              className="ink"
              data-skip-in-text="true"
              style={{
                ...emailText,
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
                backgroundColor: light.leaf,
                border: `1px solid ${light.rule}`,
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
                  color: light.ink,
                  margin: '0 0 18px',
                }}
              >
                {title}
              </Heading>
              {children}
            </Section>
            <Text className="ink-2" style={{ ...ink2, margin: '16px 4px 0' }}>
              {reason}
              <SettingsLink />
            </Text>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}
