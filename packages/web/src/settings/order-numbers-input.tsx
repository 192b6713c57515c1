import { TextInput } from '@mantine/core';

interface OrderNumbersInputProps {
  readonly label: string;
  readonly description?: string;
  /** Null: there is none. */
  readonly value: string | null;
  readonly onChange: (template: string | null) => void;
  readonly error: string | null;
}

/** A template that numbers of orders or documents are made by. */
export function OrderNumbersInput({ label, description, value, onChange, error }: OrderNumbersInputProps) {
  return (
    <TextInput
      label={label}
      description={description}
      maxLength={100}
      value={value ?? ''}
      onChange={({ currentTarget: { value: template } }) => onChange(template === '' ? null : template)}
      error={error}
    />
  );
}
