import { TextInput } from '@mantine/core';

interface MomentInputProps {
  readonly label: string;
  readonly description?: string;
  /** ISO 8601 in UTC; null: nothing. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: string | null;
}

/** An instant, typed as day and minute of the reader's own zone. */
export function MomentInput({ value, onChange, ...field }: MomentInputProps) {
  return (
    <TextInput
      {...field}
      type="datetime-local"
      value={value === null ? '' : localMinute(value)}
      onChange={({ currentTarget: { value: typed } }) => onChange(typed === '' ? null : new Date(typed).toISOString())}
    />
  );
}

function localMinute(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
