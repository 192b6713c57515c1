import { Alert, List, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Preview } from '@docket/sdk';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../format/moments';
import type { Order } from '../order-queries';
import { useMoney } from '../shown-money';

type Effects = Preview['effects'][string];

interface PreviewEffectsProps {
  readonly preview: Preview;
  readonly order: Order;
}

/** All that a command would do, to this order and to those linked to it. Nothing of it has happened. */
export function PreviewEffects({ preview, order }: PreviewEffectsProps) {
  const { t, i18n } = useTranslation('order');
  return (
    <Stack gap="md" role="region" aria-label={t('preview.title')}>
      <div>
        <Title order={3} size="h5" fw={600}>
          {t('preview.title')}
        </Title>
        <Text size="xs" c="dimmed">
          {t('preview.until', { at: moment(preview.expiresAt, i18n.language) })}
        </Text>
      </div>
      {preview.warnings.map(({ code, title }) => (
        <Alert key={code} color="yellow" icon={<IconAlertTriangle />} py="xs">
          {title}
        </Alert>
      ))}
      <EffectsByOrder effects={preview.effects} order={order} />
    </Stack>
  );
}

interface EffectsByOrderProps {
  readonly effects: Preview['effects'];
  readonly order: Order;
}

/** What each of the orders would be done, that of the page and those linked to it. */
export function EffectsByOrder({ effects, order }: EffectsByOrderProps) {
  const { t } = useTranslation('order');
  const touched = Object.entries(effects);
  return (
    <>
      {touched.length === 0 && <Text size="sm">{t('preview.nothing')}</Text>}
      {touched.map(([orderId, each]) => (
        <Stack key={orderId} gap="sm">
          {touched.length > 1 && (
            <Text size="sm" fw={600}>
              {t('preview.order', { id: orderId === order.orderId ? (order.number ?? orderId) : orderId })}
            </Text>
          )}
          <EffectsOnOrder effects={each} />
        </Stack>
      ))}
    </>
  );
}

function EffectsOnOrder({ effects }: { readonly effects: Effects }) {
  const { t } = useTranslation('order');
  const shown = useMoney(effects.currency);
  const figure = (field: string, value: string | number | null): string => {
    if (typeof value === 'number') return shown(value);
    if (value === null) return '–';
    return ['stage', 'paymentState', 'shippingState'].includes(field)
      ? t(`${field}.${value}`, { defaultValue: value })
      : value;
  };
  const changes = Object.entries(effects.changes);
  return (
    <>
      <Part title={t('preview.events')} isEmpty={effects.events.length === 0}>
        <List size="sm" spacing={2}>
          {effects.events.map(({ text }, place) => (
            <List.Item key={place}>{text}</List.Item>
          ))}
        </List>
      </Part>
      <Part title={t('preview.changes')} isEmpty={changes.length === 0}>
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {changes.map(([field, { before, after }]) => (
              <Table.Tr key={field}>
                <Table.Td>{t(`preview.field.${field}`, { defaultValue: field })}</Table.Td>
                <Table.Td c="dimmed">{figure(field, before)}</Table.Td>
                <Table.Td fw={500}>{figure(field, after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Part>
      <Part title={t('preview.money')} isEmpty={effects.money.length === 0}>
        <List size="sm" spacing={2}>
          {effects.money.map(({ debit, credit, amount }, place) => (
            <List.Item key={place}>
              {t('preview.posting', {
                amount: shown(amount),
                debit: t(`money.account.${debit}`),
                credit: t(`money.account.${credit}`),
              })}
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title={t('preview.stock')} isEmpty={effects.stock.length === 0}>
        <List size="sm" spacing={2}>
          {effects.stock.map(({ kind, sku, place, quantity, lineId }) => (
            <List.Item key={`${kind} ${lineId} ${place}`}>
              {t('preview.move', {
                quantity,
                sku,
                place,
                kind: t(`preview.stockKind.${kind}`, { defaultValue: kind.replaceAll('_', ' ') }),
              })}
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title={t('preview.papers')} isEmpty={effects.papers.length === 0}>
        <List size="sm" spacing={2}>
          {effects.papers.map(({ kind, number, value }) => (
            <List.Item key={`${kind} ${number}`}>
              {t(`preview.paper.${kind}`, { number, value: shown(value) })}
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title={t('preview.messages')} isEmpty={effects.messages.length === 0}>
        <Text size="sm">{t('preview.messageCount', { count: effects.messages.length })}</Text>
      </Part>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/** A part that stays empty says so: that nothing moves is worth as much as what does. */
function Part({ title, isEmpty, children }: PartProps) {
  const { t } = useTranslation('order');
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600} mb={2}>
        {title}
      </Text>
      {isEmpty ? <Text size="sm">{t('preview.none')}</Text> : children}
    </div>
  );
}
