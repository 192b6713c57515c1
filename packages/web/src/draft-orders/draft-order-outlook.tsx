import { Alert, Badge, Divider, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { unitPrice } from '../format/unit-price';
import { Fact } from '../order/fact';
import { Section } from '../order/section';
import { useMoney } from '../order/shown-money';
import type { DraftOrder } from './draft-order-queries';

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly sku?: string;
  readonly available?: number;
}

interface Forecast {
  readonly lines: readonly {
    readonly id: string;
    readonly sku: string;
    readonly name: string;
    readonly quantity: number;
    readonly priceMicros: number | null;
    readonly total: number | null;
    readonly priceFrom: 'request' | 'price_list' | 'catalogue';
    readonly priceList: string | null;
    readonly gift: boolean;
  }[];
  readonly discounts: readonly { readonly name: string; readonly amount: number | null }[];
  readonly totals: Readonly<Record<(typeof PARTS)[number] | 'total', number | null>> | null;
  readonly problem: Problem | null;
  readonly warnings: readonly Problem[];
  readonly coupons: readonly { readonly code: string; readonly reasons: readonly unknown[] }[];
  readonly missing: readonly ('email' | 'name' | 'address')[];
}

const PARTS = ['items', 'discounts', 'shipping', 'tax', 'adjustments'] as const;

/** What placing it would come to now, as the server says it, and what stands against it. */
export function DraftOrderOutlook({ draft }: { readonly draft: DraftOrder }) {
  const { t, i18n } = useTranslation('draft-orders');
  const shown = useMoney(draft.currency);
  const forecast = draft.forecast as Forecast | null;
  if (forecast === null) return null;
  const { lines, discounts, totals, problem, warnings, coupons, missing } = forecast;
  return (
    <Section title={t('outlook')}>
      {problem !== null && (
        <Alert color="red" title={t('cannotBePlaced')} role="alert">
          {wordsOf(problem)}
        </Alert>
      )}
      {warnings.map((warning, place) => (
        <Alert key={place} color="yellow" title={t('cannotBeHad')} role="alert">
          {wordsOf(warning)}
        </Alert>
      ))}
      {coupons
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ code }) => (
          <Text key={code} size="sm" c="dimmed">
            {t('couponGivesNothing', { code })}
          </Text>
        ))}
      <Stack gap="xs">
        {lines.map((line) => (
          <Group key={line.id} justify="space-between" wrap="nowrap" align="start">
            <Stack gap={0} miw={0}>
              <Text size="sm">
                {line.quantity} × {line.name}
              </Text>
              <Text size="xs" c="dimmed">
                {line.priceMicros === null ? '' : unitPrice(line.priceMicros, draft.currency, i18n.language)}{' '}
                {t(`priceFrom.${line.priceFrom}`, { list: line.priceList })}
              </Text>
              {line.gift && (
                <Badge size="xs" variant="light">
                  {t('gift')}
                </Badge>
              )}
            </Stack>
            <Text size="sm" className="figure">
              {shown(line.total)}
            </Text>
          </Group>
        ))}
      </Stack>
      {totals !== null && (
        <Stack gap={4}>
          <Divider />
          {discounts.map(({ name, amount }, place) => (
            <Text key={place} size="xs" c="dimmed">
              {t('ofDiscounts', { name, amount: shown(amount) })}
            </Text>
          ))}
          {PARTS.filter((part) => part === 'items' || (totals[part] ?? 0) !== 0).map((part) => (
            <Fact key={part} name={t(`part.${part}`)}>
              {shown(totals[part])}
            </Fact>
          ))}
          <Divider />
          <Fact name={t('part.total')}>
            <strong>{shown(totals.total)}</strong>
          </Fact>
        </Stack>
      )}
      {missing.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('asksFor', { parts: missing.map((part) => t(`missing.${part}`)).join(', ') })}
        </Text>
      )}
    </Section>
  );
}

const wordsOf = ({ title, sku, available }: Problem): string =>
  [title, sku, available === undefined ? undefined : `(${available})`].filter((word) => word !== undefined).join(' ');
