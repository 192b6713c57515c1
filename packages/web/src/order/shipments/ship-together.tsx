import { Badge, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { IconLink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askAgain, consignmentAddress } from '../../consignments/consignment-queries';
import { docket } from '../../docket';
import { moment } from '../../format/moments';
import { Refused } from '../../parts/refused';
import { Failed, Waiting } from '../../parts/state-of-page';
import { SettingField } from '../../settings/setting-field';
import type { Order } from '../order-queries';

/** Offers other open orders of the same buyer, to travel as one with this order. */
export function ShipTogether({ order }: { readonly order: Order }) {
  const { t } = useTranslation('consignments');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="subtle" leftSection={<IconLink size={14} />} onClick={() => setOpened(true)}>
        {t('together')}
      </Button>
      {opened && <Dialog order={order} onClose={() => setOpened(false)} />}
    </>
  );
}

function Dialog({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('consignments');
  const navigate = useNavigate();
  const { orderId } = order;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [carrier, setCarrier] = useState('');
  const candidates = useQuery({
    queryKey: ['order', orderId, 'candidates'],
    queryFn: () => docket.call('listConsignmentCandidates', { path: { orderId } }),
  });
  const waiting = candidates.data?.consignmentId ?? null;
  const send = useMutation({
    mutationFn: () => {
      const others = chosen.map((id) => ({ orderId: id }));
      return waiting === null
        ? docket.call('create_consignment', {
            body: {
              members: [{ orderId }, ...others],
              ...(carrier.trim() === '' ? {} : { carrier: carrier.trim() }),
            },
          })
        : docket.call('extend_consignment', { path: { consignmentId: waiting }, body: { members: others } });
    },
    onSuccess: async ({ consignmentId }) => {
      await askAgain();
      await navigate({ to: consignmentAddress(consignmentId) });
    },
  });
  const items = candidates.data?.items ?? [];
  return (
    <Modal opened onClose={onClose} title={t('together')} closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{t(waiting === null ? 'togetherText' : 'joinText')}</Text>
          {candidates.isPending && <Waiting lines={3} />}
          {candidates.error !== null && <Failed error={candidates.error} onRetry={() => void candidates.refetch()} />}
          {candidates.data !== undefined && items.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('nobodyElse')}
            </Text>
          )}
          {candidates.data?.more === true && (
            <Text size="sm" c="dimmed">
              {t('moreOrders')}
            </Text>
          )}
          {items.map(({ orderId: id, orderNumber, createdAt, pieces, fits, differs, refused, consignmentNumber }) => (
            <Checkbox
              key={id}
              disabled={!fits}
              checked={chosen.includes(id)}
              onChange={({ currentTarget }) =>
                setChosen(currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
              label={
                <Group gap={6}>
                  <Text size="sm" fw={500}>
                    {orderNumber ?? id}
                  </Text>
                  {consignmentNumber !== null && (
                    <Badge size="sm" variant="light" tt="none">
                      {consignmentNumber}
                    </Badge>
                  )}
                </Group>
              }
              description={[
                moment(createdAt, i18n.language),
                t('piecesLeft', { count: pieces }),
                fits ? null : whyNot(t, differs, refused),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
          {waiting === null && items.some(({ fits }) => fits) && (
            <SettingField of="carrier" label={t('carrier')} maxLength={100} value={carrier} onChange={setCarrier} />
          )}
          <Refused error={send.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit" loading={send.isPending} disabled={chosen.length === 0}>
              {t('putTogether')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What differs, else the word of the server. */
function whyNot(t: TFunction<'consignments'>, differs: readonly string[], refused: string | null): string {
  if (differs.length > 0) return t('otherWise', { what: differs.map((name) => t(`differs.${name}`)).join(', ') });
  return refused === null ? '' : t(`refused.${refused}`, { defaultValue: refused.replaceAll('_', ' ') });
}
