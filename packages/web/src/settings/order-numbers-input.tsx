import { TextInput } from '@mantine/core';

interface OrderNumbersInputProps {
  readonly label: string;
  readonly description: string;
  /** A template; null: the order's id is its number. */
  readonly value: string | null;
  readonly onChange: (template: string | null) => void;
  readonly error: string | null;
}

/** The template that numbers of orders are made by. */
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
