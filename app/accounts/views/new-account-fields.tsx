import { ZoneField } from '#app/time/zone-field.tsx';
import { Field } from '#app/ui/forms/field.tsx';

interface NewPasswordProps {
  name: string;
  label: string;
  /** whose password it is, for password managers, where the form has no field for it */
  email?: string;
}

/** A password being chosen. */
export function NewPasswordField({ name, label, email }: NewPasswordProps) {
  return (
    <>
      {email && (
        <input
          type="email"
          className="sr-only"
          autoComplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
      )}
      <Field
        name={name}
        label={label}
        type="password"
        autoComplete="new-password"
        minLength={8}
        hint="At least 8 characters. A few words you would not find side by side work well."
        required
      />
    </>
  );
}

/** What every new account tells us: the fields of forms.ts NewAccount. */
export function NewAccountFields({
  zones,
  likelyZones,
  email,
}: {
  zones: readonly string[];
  /** where they may be, as far as the request says */
  likelyZones: readonly string[];
  /** an address to begin with: where an invitation was sent to */
  email?: string;
}) {
  return (
    <>
      <Field
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={100}
        hint="As your circle should call you."
        required
      />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        defaultValue={email}
        required
      />
      <NewPasswordField name="password" label="Password" />
      <ZoneField
        name="timeZone"
        label="Your time zone"
        zones={zones}
        likely={likelyZones}
        defaultValue=""
        guess
        hint="Sessions are shown in it. You can change it at any time."
      />
    </>
  );
}
