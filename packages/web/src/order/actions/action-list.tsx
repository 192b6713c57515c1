import { Anchor, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order-queries';
import { Section } from '../section';
import { ActionDrawer } from './action-drawer';

/** Shown smaller and last: they keep the order in order and do not move it on. */
const KEEPING: ReadonlySet<string> = new Set([
  'add_note',
  'add_log_entry',
  'change_tags',
  'assign',
  'place_hold',
  'release_hold',
  'delete_order',
]);

/** Asked where the thing lies that they change: beside documents, fields, shipments, drafts and the money that moved. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'edit_order',
  'add_document',
  'change_document',
  'cancel_document',
  'set_custom_fields',
  'mark_document',
  'begin_payment',
  'capture_payment',
  'void_payment',
  'cancel_payment',
  'book_payment',
  'settle_capture',
  'settle_void',
  'settle_refund',
  'fail_capture',
  'fail_void',
  'fail_refund',
  'retry_capture',
  'retry_void',
  'retry_refund',
  'abandon_capture',
  'abandon_void',
  'abandon_refund',
  'plan_shipment',
  'split_shipment',
  'move_items',
  'change_shipment',
  'cancel_shipment',
  'pack_package',
  'move_packed_items',
  'unpack_package',
  'request_return',
  'authorise_return',
  'decline_return',
  'withdraw_return',
  'receive_return',
  'inspect_return',
  'settle_return',
  'close_return',
]);

/** What takes something away is not offered in the colour of what leads on. */
const TAKING: ReadonlySet<string> = new Set([
  'deny_payment',
  'request_cancellation',
  'confirm_cancellation',
  'close_short',
  'refund',
  'delete_order',
]);

/** What may happen next, as the server says: a button for each command, and why the others are not offered. */
export function ActionList({ order }: { readonly order: Order }) {
  const { t } = useTranslation('order');
  const [command, setCommand] = useState<string | null>(null);
  const [whyNot, { toggle }] = useDisclosure(false);
  const offered = order.allowed.filter(({ command }) => !ELSEWHERE.has(command));
  const open = offered.filter(({ allowed }) => allowed);
  const closed = offered.filter(({ allowed }) => !allowed);
  const button = ({ command: name }: { readonly command: string }) => (
    <Button
      key={name}
      size="xs"
      variant={KEEPING.has(name) ? 'subtle' : 'light'}
      color={TAKING.has(name) ? 'red' : 'ink'}
      onClick={() => setCommand(name)}
    >
      {t(`command.${name}`, { defaultValue: name.replaceAll('_', ' ') })}
    </Button>
  );
  return (
    <Section title={t('actions.title')}>
      <Group gap="xs">{open.filter(({ command: name }) => !KEEPING.has(name)).map(button)}</Group>
      <Group gap={4}>{open.filter(({ command: name }) => KEEPING.has(name)).map(button)}</Group>
      {open.length === 0 && <Text size="sm">{t('actions.none')}</Text>}
      {closed.length > 0 && (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-expanded={whyNot}
            leftSection={whyNot ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            onClick={toggle}
          >
            {t('actions.notNow', { count: closed.length })}
          </Button>
          <Collapse expanded={whyNot}>
            <Stack gap="xs" mt="xs">
              {closed.map(({ command: name, code, title }) => (
                <div key={name}>
                  <Text size="sm" fw={500}>
                    {t(`command.${name}`, { defaultValue: name.replaceAll('_', ' ') })}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {title}{' '}
                    <Anchor href={`/docs/refusals/${code ?? ''}`} target="_blank" size="xs" underline="always">
                      {t('actions.whatHelps')}
                    </Anchor>
                  </Text>
                </div>
              ))}
            </Stack>
          </Collapse>
        </div>
      )}
      <ActionDrawer order={order} command={command} onClose={() => setCommand(null)} />
    </Section>
  );
}
