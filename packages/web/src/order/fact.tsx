import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A name and what it is, on one line. */
export function Fact({ name, children }: FactProps) {
  return (
    <Group justify="space-between" gap="md" wrap="nowrap" align="flex-start">
      <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
        {name}
      </Text>
      <Text component="div" size="sm" ta="right" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Group>
  );
}

interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Those of the facts that are known. */
export function Facts({ facts }: FactsProps) {
  return facts.map(([name, value]) =>
    value === null || value === undefined || value === '' ? null : (
      <Fact key={name} name={name}>
        {value}
      </Fact>
    ),
  );
}
