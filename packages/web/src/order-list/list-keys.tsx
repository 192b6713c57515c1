import { Kbd, Modal, Table, Text } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';

const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['x', 'choose'],
  ['/', 'search'],
  ['Esc', 'leave'],
  ['?', 'help'],
] as const;

export type KeyAct = 'next' | 'previous' | 'open' | 'choose' | 'search' | 'leave' | 'help';

const ACTS: Readonly<Record<string, KeyAct>> = {
  j: 'next',
  k: 'previous',
  Enter: 'open',
  x: 'choose',
  '/': 'search',
  Escape: 'leave',
  '?': 'help',
};

/** Single keys, as long as nobody types into a field, uses a menu, or presses what has the focus. */
export function useListKeys(act: (name: KeyAct) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const name = ACTS[event.key];
    if (name === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target instanceof Element ? event.target : null;
    if (
      at?.closest('input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"]')
    )
      return;
    if (name === 'open' && at?.closest('button, a') != null) return;
    event.preventDefault();
    act(name);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

export function KeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('order-list');
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Table withRowBorders={false} verticalSpacing={6}>
        <Table.Tbody>
          {KEYS.map(([key, name]) => (
            <Table.Tr key={name}>
              <Table.Td w={90}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{t(`keys.${name}`)}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
