import { Alert, Badge, Divider, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import { FoundLines } from '../parts/found-lines';
import { ProductPicture } from '../parts/product-picture';
import type { OwnDraftOrder } from './draft-order-source';
import { Part } from './part';

const PARTS = ['items', 'discounts', 'shipping', 'tax', 'adjustments'] as const;

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly sku?: string;
}

/** Lines, where they go and what it comes to, and what stands against ordering it now. */
export function DraftOrderContent({ draft }: { readonly draft: OwnDraftOrder }) {
  const { t, i18n } = useTranslation('shopper');
  const shown = (amount: number): string => money(amount, draft.currency, i18n.language);
  const totals = draft.totals;
  const isPictured = draft.lines.some(({ imageUrl }) => imageUrl !== null);
  return (
    <>
      {(draft.problems as readonly Problem[])
        .filter(({ sku }) => sku !== undefined)
        .map(({ sku, title }, place) => (
          <Alert key={place} color="yellow" role="alert">
            {t('draftOrder.gone', {
              name: draft.lines.find((line) => line.sku === sku)?.name ?? sku,
              defaultValue: title,
            })}
          </Alert>
        ))}
      <Part title={t('lines.title')}>
        <FoundLines lines={draft.lines} textOf={({ sku, name }) => `${sku} ${name}`}>
          {(found) => (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
              {found.map((line) => (
                <Group component="li" key={line.id} justify="space-between" align="start" wrap="nowrap">
                  {isPictured && <ProductPicture url={line.imageUrl ?? undefined} size={48} />}
                  <Stack gap={0} miw={0} flex={1}>
                    <Text fw={500}>
                      {line.quantity} × {line.name}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {line.sku}
                    </Text>
                    {line.gift && <Badge variant="light">{t('draftOrder.gift')}</Badge>}
                  </Stack>
                  {line.total !== null && <Text className="figure">{shown(line.total)}</Text>}
                </Group>
              ))}
            </Stack>
          )}
        </FoundLines>
      </Part>
      {totals !== null && (
        <Part title={t('money.title')}>
          <Stack gap={6}>
            {PARTS.filter((part) => part === 'items' || totals[part] !== 0).map((part) => (
              <Amount key={part} name={t(`money.${part}`)} amount={shown(totals[part])} />
            ))}
            {draft.discounts.map(({ name, amount }, place) => (
              <Text key={place} size="sm" c="dimmed">
                {name}: {shown(amount)}
              </Text>
            ))}
            <Divider />
            <Amount name={t('money.total')} amount={shown(totals.total)} isStrong />
          </Stack>
        </Part>
      )}
      {draft.deliveries.some(({ address }) => address !== null) && (
        <Part title={t('delivery.title')}>
          {draft.deliveries.map(({ address }, place) => (
            <Text key={place} size="sm" style={{ whiteSpace: 'pre-line' }}>
              {addressText(address as Readonly<Record<string, string>> | null)}
            </Text>
          ))}
        </Part>
      )}
    </>
  );
}

function Amount({ name, amount, isStrong = false }: { name: string; amount: string; isStrong?: boolean }) {
  const weight = isStrong ? 650 : undefined;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" fw={weight}>
        {name}
      </Text>
      <Text size="sm" fw={weight} className="figure">
        {amount}
      </Text>
    </Group>
  );
}

function addressText(address: Readonly<Record<string, string>> | null): string {
  if (address === null) return '';
  const line = (...names: readonly string[]): string =>
    names
      .map((name) => address[name] ?? '')
      .filter((word) => word !== '')
      .join(' ');
  return [line('receiver'), line('street', 'number'), line('complement'), line('postalCode', 'city'), line('country')]
    .filter((text) => text !== '')
    .join('\n');
}
