import { Anchor, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unitPrice } from '../../format/unit-price';
import { ListTable } from '../../parts/listed';
import { ProductPicture } from '../../parts/product-picture';
import { type Product, type StockLevel, totalOf } from './product';

interface ProductTableProps {
  readonly rows: readonly { readonly product: Product; readonly levels: readonly StockLevel[] }[];
  readonly seesStock: boolean;
}

export function ProductTable({ rows, seesStock }: ProductTableProps) {
  const { t } = useTranslation('products');
  // Where one has a picture, the names of all stand below each other.
  const pictured = rows.some(({ product }) => product.imageUrl !== null);
  const figures = seesStock
    ? [
        { name: t('available'), figures: true },
        { name: t('onHand'), figures: true },
        { name: t('held'), figures: true },
      ]
    : [];
  return (
    <ListTable minWidth={600} columns={[{ name: t('product') }, ...figures, { name: t('price'), figures: true }]}>
      {rows.map(({ product, levels }) => (
        <Table.Tr key={product.sku}>
          <Table.Td>
            <Group gap="xs" wrap="nowrap">
              {pictured && <ProductPicture url={product.imageUrl ?? undefined} size={36} />}
              <div>
                <Anchor
                  component={Link}
                  to={`/settings/products/${encodeURIComponent(product.sku)}`}
                  size="sm"
                  fw={500}
                >
                  {product.name}
                </Anchor>
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {product.sku}
                  {product.gtin !== null && ` · ${product.gtin}`}
                </Text>
              </div>
            </Group>
          </Table.Td>
          {seesStock && <StockCells product={product} levels={levels} />}
          <Table.Td ta="right" className="figure">
            <PriceText product={product} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}

export function PriceText({ product: { priceMicros, currency } }: { readonly product: Product }) {
  const { i18n } = useTranslation();
  return <>{priceMicros === null || currency === null ? '–' : unitPrice(priceMicros, currency, i18n.language)}</>;
}

function StockCells({ product, levels }: { readonly product: Product; readonly levels: readonly StockLevel[] }) {
  const { t, i18n } = useTranslation('products');
  if (levels.length === 0) {
    return (
      <Table.Td colSpan={3} ta="right" c="dimmed">
        {t(product.counted ? 'neverCounted' : 'notCounted')}
      </Table.Td>
    );
  }
  const { onHand, held, available } = totalOf(levels);
  return (
    <>
      <Table.Td ta="right" className="figure" fw={500}>
        {available.toLocaleString(i18n.language)}
      </Table.Td>
      <Table.Td ta="right" className="figure">
        {onHand.toLocaleString(i18n.language)}
        {levels.length > 1 && (
          <Text size="xs" c="dimmed">
            {t('atPlaces', { count: levels.length })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figure">
        {held.toLocaleString(i18n.language)}
      </Table.Td>
    </>
  );
}
