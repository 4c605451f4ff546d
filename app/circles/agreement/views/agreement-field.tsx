import { TextArea } from '#app/ui/forms/field.tsx';

interface AgreementFieldProps {
  name: string;
  defaultValue: string;
}

export function AgreementField({ name, defaultValue }: AgreementFieldProps) {
  return (
    <TextArea
      name={name}
      label="What you agree"
      hint="One rule a line; its first sentence stands out. Everyone who joins says “I’m in” to this."
      defaultValue={defaultValue}
      rows={8}
      maxLength={4000}
      grow
      required
    />
  );
}
