import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Refused } from '../../parts/refused';
import { SettingField } from '../../settings/setting-field';
import { type Order, orderKey } from '../order-queries';

type Shipment = Order['shipments'][number];

interface ChangeFormProps {
  readonly order: Order;
  readonly shipment: Shipment;
  readonly onClose: () => void;
}

const TEXTS = ['method', 'carrier', 'place', 'pickupPoint'] as const;
const DATES = ['shipBy', 'deliverOn'] as const;
type Field = (typeof TEXTS)[number] | (typeof DATES)[number];

/** How a shipment goes and when. Only what somebody changed is sent; an empty field takes the value away. */
export function ChangeForm({ order: { orderId }, shipment, onClose }: ChangeFormProps) {
  const { t } = useTranslation(['shipments', 'shell']);
  const queries = useQueryClient();
  const [said, setSaid] = useState<Partial<Record<Field, string>>>({});
  const change = useMutation({
    mutationFn: () =>
      docket.call('change_shipment', {
        path: { orderId, shipmentId: shipment.id },
        body: Object.fromEntries(Object.entries(said).map(([name, text]) => [name, sentAs(name, text)])),
      }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: orderKey(orderId) }),
  });
  const say = (name: Field, text: string): void => setSaid((before) => ({ ...before, [name]: text }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('changeOf', { id: shipment.id })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack>
          {TEXTS.map((name) => (
            <SettingField
              key={name}
              of={name}
              label={t(`changing.${name}`)}
              maxLength={100}
              value={said[name] ?? shipment[name] ?? ''}
              onChange={(code) => say(name, code)}
            />
          ))}
          {DATES.map((name) => (
            <TextInput
              key={name}
              type="datetime-local"
              label={t(`changing.${name}`)}
              value={said[name] ?? localOf(shipment[name])}
              onChange={({ currentTarget }) => say(name, currentTarget.value)}
            />
          ))}
          <Refused error={change.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={Object.keys(said).length === 0}>
              {t('shell:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const sentAs = (name: string, text: string): string | null => {
  if (text.trim() === '') return null;
  return DATES.some((date) => date === name) ? new Date(text).toISOString() : text.trim();
};

/** An instant in the zone of the reader, as the field takes it. */
function localOf(at: string | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
