import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { moment } from '../../format/moments';
import { Facts } from '../fact';
import type { Order } from '../order-queries';
import { useReasonName } from '../return-reasons';
import { useMoney } from '../shown-money';
import type { DocumentOf } from './built-in';
import { DocumentLink } from './document-link';

const COUNTS = ['requested', 'authorised', 'received', 'accepted', 'rejected', 'settled'] as const;

interface ReturnFactsProps {
  readonly order: Order;
  readonly returned: DocumentOf<'return'>;
}

/** How many pieces stand where, what came in which parcel, why pieces were rejected, and what was given back. */
export function ReturnFacts({ order, returned }: ReturnFactsProps) {
  const { t } = useTranslation('returns');
  return (
    <Stack gap={4}>
      <Counts order={order} returned={returned} />
      <Facts
        facts={(
          [
            ['exception', returned.exceptionReason],
            ['instructions', returned.instructions],
            ['declined', returned.declineReason],
            ['withdrawn', returned.withdrawReason],
            ['closed', returned.closeReason],
          ] as const
        ).map(([name, words]) => [t(`why.${name}`), words] as const)}
      />
      <Receipts order={order} returned={returned} />
      <Rejections order={order} returned={returned} />
      <Settlements order={order} returned={returned} />
    </Stack>
  );
}

const nameOf = (order: Order, lineId: string): string => order.lines.find(({ id }) => id === lineId)?.name ?? lineId;

function Counts({ order, returned }: ReturnFactsProps) {
  const { t } = useTranslation('returns');
  const reason = useReasonName();
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={2} fz="xs" aria-label={t('pieces')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('line')}</Table.Th>
            {COUNTS.map((count) => (
              <Table.Th key={count} ta="right">
                {t(`count.${count}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {returned.lines.map((line) => (
            <Table.Tr key={line.lineId}>
              <Table.Td>
                {nameOf(order, line.lineId)}
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {reason(line.reason)}
                  {line.comment !== null && `: ${line.comment}`}
                </Text>
              </Table.Td>
              {COUNTS.map((count) => (
                <Table.Td key={count} ta="right">
                  {line[count]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Each parcel that came, with what was in it. */
function Receipts({ order, returned }: ReturnFactsProps) {
  const { t, i18n } = useTranslation('returns');
  return returned.receipts.map(({ at, items, carrier, trackingNumber }) => (
    <Text key={`${at} ${items[0]?.lineId ?? ''}`} size="xs">
      {[
        t('came', {
          at: moment(at, i18n.language),
          pieces: items.map(({ lineId, quantity }) => `${quantity} × ${nameOf(order, lineId)}`).join(', '),
        }),
        carrier,
        trackingNumber,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  ));
}

/** Pieces that were looked at and not taken back, and why. */
function Rejections({ order, returned }: ReturnFactsProps) {
  const { t } = useTranslation('returns');
  const reason = useReasonName();
  return returned.inspections
    .flatMap(({ at, items }) => items.map((item) => ({ at, ...item })))
    .filter(({ rejected }) => rejected > 0)
    .map(({ at, lineId, rejected, reason: why }) => (
      <Text key={`${at} ${lineId}`} size="xs">
        {t('rejectedBecause', {
          pieces: `${rejected} × ${nameOf(order, lineId)}`,
          why: why === null ? '–' : reason(why),
        })}
      </Text>
    ));
}

function Settlements({ order, returned }: ReturnFactsProps) {
  const { t } = useTranslation('returns');
  const shown = useMoney(order.currency);
  return returned.settlements.map((settlement) => (
    <Text key={settlement.at} size="xs">
      {t('settled', { value: shown(settlement.value), refunded: shown(settlement.refunded) })}
      {settlement.invoiceNumber !== null && (
        <>
          {' · '}
          <DocumentLink
            orderId={order.orderId}
            kind="return_invoice"
            id={settlement.invoiceNumber}
            size="xs"
            underline="always"
          >
            {settlement.invoiceNumber}
          </DocumentLink>
        </>
      )}
      {settlement.storeCredit !== undefined && ` · ${t('credited', { amount: shown(settlement.storeCredit) })}`}
      {settlement.exchange !== undefined && (
        <>
          {' · '}
          <Anchor
            component={Link}
            to={`/orders/${encodeURIComponent(settlement.exchange.orderId)}`}
            size="xs"
            underline="always"
          >
            {t('exchangedFor', { order: settlement.exchange.orderId, amount: shown(settlement.exchange.amount) })}
          </Anchor>
        </>
      )}
    </Text>
  ));
}
