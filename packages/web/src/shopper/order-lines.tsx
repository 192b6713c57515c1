import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import type { OwnOrder } from './order-source';
import { FoundLines } from '../parts/found-lines';
import { ProductPicture } from '../parts/product-picture';
import { Part } from './part';

/** What was bought. */
export function OrderLines({ order }: { readonly order: OwnOrder }) {
  const { t, i18n } = useTranslation('shopper');
  const pictured = order.lines.some(({ imageUrl }) => imageUrl !== undefined);
  return (
    <Part title={t('lines.title')}>
      <FoundLines lines={order.lines} textOf={({ sku, name }) => `${sku} ${name}`}>
        {(found) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {found.map((line) => (
              <Group component="li" key={line.id} justify="space-between" align="start" wrap="nowrap">
                {pictured && <ProductPicture url={line.imageUrl} size={48} />}
                <Stack gap={0} miw={0} flex={1}>
                  <Text fw={500}>
                    {line.quantity} × {line.name}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {[
                      line.sku,
                      ...(line.cancelled > 0 ? [t('lines.cancelled', { count: line.cancelled })] : []),
                      ...(line.shipped > 0 ? [t('lines.shipped', { count: line.shipped })] : []),
                      ...(line.returned > 0 ? [t('lines.returned', { count: line.returned })] : []),
                    ].join(' · ')}
                  </Text>
                </Stack>
                <Text className="figure">{money(line.net, order.currency, i18n.language)}</Text>
              </Group>
            ))}
          </Stack>
        )}
      </FoundLines>
    </Part>
  );
}
