import { Badge, Divider, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import { addressLines } from './address-lines';
import type { OwnOrder } from './order-source';

interface DifferenceProps {
  readonly before: OwnOrder;
  readonly after: OwnOrder;
}

type Line = OwnOrder['lines'][number];
type Delivery = OwnOrder['deliveries'][number];

/** What would change of an order: products, deliveries, and what it comes to, each before and after. */
export function OwnEditDifference({ before, after }: DifferenceProps) {
  return (
    <Stack gap="md">
      <Lines before={before} after={after} />
      <Deliveries before={before} after={after} />
      <Money before={before} after={after} />
    </Stack>
  );
}

/** The lines of both, those of before first; null where one has none of this id. */
function pairs<Item extends { readonly id: string }>(
  before: readonly Item[],
  after: readonly Item[],
): readonly (readonly [was: Item | null, is: Item | null])[] {
  const now = new Map(after.map((item) => [item.id, item]));
  const had = new Set(before.map(({ id }) => id));
  return [
    ...before.map((item) => [item, now.get(item.id) ?? null] as const),
    ...after.filter(({ id }) => !had.has(id)).map((item) => [null, item] as const),
  ];
}

function Lines({ before, after }: DifferenceProps) {
  const { t, i18n } = useTranslation('shopper');
  const shown = (line: Line): string =>
    `${line.quantity} × ${money(Math.round(line.net / line.quantity), before.currency, i18n.language)}`;
  const changed = pairs(before.lines, after.lines).filter(
    ([was, is]) => was?.quantity !== is?.quantity || was?.net !== is?.net,
  );
  if (changed.length === 0) return null;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {changed.map(([was, is]) => (
        <li key={(is ?? was)?.id}>
          <Group gap="xs">
            <Text fw={500}>{(is ?? was)?.name}</Text>
            {was === null && (
              <Badge variant="light" color="green">
                {t('edits.new')}
              </Badge>
            )}
            {is === null && (
              <Badge variant="light" color="gray">
                {t('edits.gone')}
              </Badge>
            )}
          </Group>
          <BeforeAfter was={was === null ? null : shown(was)} is={is === null ? null : shown(is)} />
        </li>
      ))}
    </Stack>
  );
}

function Deliveries({ before, after }: DifferenceProps) {
  const { t, i18n } = useTranslation('shopper');
  const shown = ({ type, method, price, pickupPoint, address }: Delivery): string =>
    [
      [t(`delivery.${type}`), method, price === null ? null : money(price, before.currency, i18n.language)]
        .filter((part) => part !== null)
        .join(' · '),
      ...(pickupPoint === null ? [] : [pickupPoint]),
      ...(address === null ? [] : addressLines(address)),
    ].join('\n');
  const changed = pairs(before.deliveries, after.deliveries).filter(
    ([was, is]) => was === null || is === null || shown(was) !== shown(is),
  );
  const billed = [before.billingAddress, after.billingAddress].map((address) =>
    address === null ? null : addressLines(address).join('\n'),
  );
  return (
    <>
      {changed.map(([was, is]) => (
        <div key={(is ?? was)?.id}>
          <Text fw={500}>{t('delivery.title')}</Text>
          <BeforeAfter was={was === null ? null : shown(was)} is={is === null ? null : shown(is)} />
        </div>
      ))}
      {billed[0] !== billed[1] && (
        <div>
          <Text fw={500}>{t('edits.billing')}</Text>
          <BeforeAfter was={billed[0] ?? null} is={billed[1] ?? null} />
        </div>
      )}
    </>
  );
}

const PARTS = ['items', 'discounts', 'shipping', 'tax', 'adjustments'] as const;

function Money({ before, after }: DifferenceProps) {
  const { t, i18n } = useTranslation('shopper');
  const shown = (amount: number): string => money(amount, before.currency, i18n.language);
  const changed = PARTS.filter((part) => before.totals[part] !== after.totals[part]);
  return (
    <Stack gap={6}>
      <Divider />
      {changed.map((part) => (
        <Row key={part} name={t(`money.${part}`)}>
          <BeforeAfter was={shown(before.totals[part])} is={shown(after.totals[part])} />
        </Row>
      ))}
      <Row name={t('money.total')} strong>
        <BeforeAfter was={shown(before.total)} is={shown(after.total)} strong />
      </Row>
      {after.amountDue > 0 && (
        <Row name={t('edits.toPay')} strong>
          <Text size="sm" fw={650} className="figure">
            {shown(after.amountDue)}
          </Text>
        </Row>
      )}
      {after.amountDue < 0 && (
        <Row name={t('edits.comesBack')} strong>
          <Text size="sm" fw={650} className="figure">
            {shown(-after.amountDue)}
          </Text>
        </Row>
      )}
    </Stack>
  );
}

function Row({
  name,
  strong = false,
  children,
}: {
  readonly name: string;
  readonly strong?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Group justify="space-between" align="start">
      <Text size="sm" fw={strong ? 650 : undefined}>
        {name}
      </Text>
      {children}
    </Group>
  );
}

interface BeforeAfterProps {
  readonly was: string | null;
  readonly is: string | null;
  readonly strong?: boolean;
}

function BeforeAfter({ was, is, strong = false }: BeforeAfterProps) {
  const { t } = useTranslation('shopper');
  const isChanged = was !== is;
  return (
    <Group gap="xs" align="start">
      {was !== null && (
        <Text
          size="sm"
          c="dimmed"
          td={isChanged ? 'line-through' : undefined}
          style={{ whiteSpace: 'pre-line' }}
          className="figure"
        >
          {was}
        </Text>
      )}
      {was !== null && is !== null && <IconArrowRight size={16} aria-label={t('edits.becomes')} />}
      {is !== null && (
        <Text size="sm" fw={strong ? 650 : 500} style={{ whiteSpace: 'pre-line' }} className="figure">
          {is}
        </Text>
      )}
    </Group>
  );
}
