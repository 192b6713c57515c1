import { Text } from '@mantine/core';

/** What is wrong with something that is no single field. */
export function Wrong({ text }: { readonly text: string }) {
  return (
    <Text size="xs" c="var(--mantine-color-error)" style={{ overflowWrap: 'anywhere' }} data-wrong>
      {text}
    </Text>
  );
}

/** The first thing of a definition that is wrong, in view and ready to be mended. */
export function showFirstWrong(definition: Element | null): void {
  const first = definition?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]');
  first?.scrollIntoView({ block: 'center' });
  first?.focus({ preventScroll: true });
}

/** Marks what `showFirstWrong` looks through. */
export const DEFINITION = 'data-definition';
