import { Badge, type BadgeProps } from '@mantine/core';
import { useStateWord } from './document-words';

interface StateBadgeProps extends BadgeProps {
  readonly kind: string;
  /** Of a document of the account's own. */
  readonly type?: string;
  readonly state: string;
}

const COLOURS: Readonly<Record<string, string>> = {
  pending: 'yellow',
  requested: 'yellow',
  received: 'yellow',
  inspected: 'yellow',
  captured: 'green',
  settled: 'green',
  delivered: 'green',
  denied: 'red',
  failed: 'red',
  cancelled: 'gray',
  voided: 'gray',
  abandoned: 'gray',
  declined: 'gray',
  withdrawn: 'gray',
  closed: 'gray',
};

/** Where a document stands. */
export function StateBadge({ kind, type, state, ...look }: StateBadgeProps) {
  const word = useStateWord();
  return (
    <Badge size="sm" variant="dot" tt="none" fw={500} color={COLOURS[state] ?? 'blue'} {...look}>
      {word({ kind, state, ...(type === undefined ? {} : { type }) })}
    </Badge>
  );
}
