import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/**
 * What a list is asked for stands in the address, so that a link shows the same list. Fields that are typed are kept beside it while
 * somebody types.
 */
export function useAddressFilter<Name extends string>(
  names: readonly Name[],
): readonly [Readonly<Record<Name, string>>, (changed: Partial<Record<Name, string>>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const standing = Object.fromEntries(
    // Digits alone are a number to the router.
    names.map((name) => [name, typed[name] ?? textOf(search[name])]),
  ) as Record<Name, string>;
  return [
    standing,
    (changed) => {
      setTyped((before) => ({ ...before, ...changed }));
      const filled = Object.entries<string>({ ...standing, ...changed }).filter(([, value]) => value !== '');
      void navigate({ to: '.', search: Object.fromEntries(filled), replace: true });
    },
  ];
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
