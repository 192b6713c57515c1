import { Badge, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useTranslation } from 'react-i18next';
import { money } from '../../format/money';
import { unitPrice } from '../../format/unit-price';
import { ListTable } from '../../parts/listed';
import { useReason } from './reason';

type Quote = AnswerOf<'quotePrices'>;

/** What a basket costs, where each price is from, and of every promotion why it applied or not. */
export function BasketAnswer({ quote }: { readonly quote: Quote }) {
  const { t, i18n } = useTranslation('pricing');
  const amount = (minor: number): string => money(minor, quote.currency, i18n.language);
  const { totals } = quote;
  return (
    <Stack gap="lg">
      <ListTable
        minWidth={440}
        columns={[
          { name: t('product') },
          { name: t('pieces'), figures: true },
          { name: t('unitPrice'), figures: true },
          { name: t('discount'), figures: true },
          { name: t('sum'), figures: true },
        ]}
      >
        {quote.lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td>
              <Text size="sm">{line.name}</Text>
              <PriceSource line={line} />
            </Table.Td>
            <Table.Td ta="right" className="figure">
              {line.quantity.toLocaleString(i18n.language)}
            </Table.Td>
            <Table.Td ta="right" className="figure">
              {unitPrice(line.priceMicros, quote.currency, i18n.language)}
            </Table.Td>
            <Table.Td ta="right" className="figure">
              {line.discount === 0 ? '–' : amount(-line.discount)}
            </Table.Td>
            <Table.Td ta="right" className="figure">
              {amount(line.net)}
            </Table.Td>
          </Table.Tr>
        ))}
        {quote.discounts.map(({ id, name, amount: off }) => (
          <Sum key={id} label={name} value={amount(-off)} />
        ))}
        {quote.deliveries.map(({ id, method, price }) => (
          <Sum key={id} label={`${t('shipping')} ${method ?? ''}`} value={amount(price)} />
        ))}
        {totals.tax > 0 && <Sum label={t('tax')} value={amount(totals.tax)} />}
        {quote.adjustments.map(({ id, amount: rounded }) => (
          <Sum key={id} label={t('cashRounding')} value={amount(rounded)} />
        ))}
        <Sum label={t('total')} value={amount(totals.total)} isTotal />
      </ListTable>
      <Promotions quote={quote} amount={amount} />
    </Stack>
  );
}

function Sum({
  label,
  value,
  isTotal = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly isTotal?: boolean;
}) {
  return (
    <Table.Tr>
      <Table.Td colSpan={4} fw={isTotal ? 600 : undefined}>
        {label}
      </Table.Td>
      <Table.Td ta="right" className="figure" fw={isTotal ? 600 : undefined}>
        {value}
      </Table.Td>
    </Table.Tr>
  );
}

/** Which list or catalogue gave the price, and why the others did not. */
function PriceSource({ line }: { readonly line: Quote['lines'][number] }) {
  const { t } = useTranslation('pricing');
  const reason = useReason();
  const { priceFrom, priceList, minQuantity, notTaken, gift } = line;
  return (
    <Text size="xs" c="dimmed" component="div">
      {gift === null
        ? t(`priceFrom.${priceFrom}`, { list: priceList, quantity: minQuantity })
        : t('giftOf', { promotion: gift })}
      {notTaken.map(({ list, ...why }) => (
        <div key={list}>
          {list}: {reason(why)}
        </div>
      ))}
    </Text>
  );
}

interface PromotionsProps {
  readonly quote: Quote;
  readonly amount: (minor: number) => string;
}

function Promotions({ quote, amount }: PromotionsProps) {
  const { t } = useTranslation('pricing');
  const reason = useReason(quote.currency);
  const { applied, notApplied, coupons } = quote;
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('promotions')}
      </Title>
      {applied.length + notApplied.length === 0 && <Text size="sm">{t('noPromotions')}</Text>}
      <List spacing="xs" listStyleType="none" size="sm">
        {applied.map(({ promotion, name, coupon, saved }) => (
          <List.Item key={promotion}>
            <Group gap="xs">
              <Badge color="teal.9" size="sm" tt="none">
                {t('applied')}
              </Badge>
              <span>{name}</span>
              {coupon !== null && <span>({coupon})</span>}
              <span>{saved === 0 ? '' : amount(-saved)}</span>
            </Group>
          </List.Item>
        ))}
        {notApplied.map(({ promotion, reasons }) => (
          <List.Item key={promotion}>
            <Group gap="xs">
              <Badge variant="default" size="sm" tt="none">
                {t('notApplied')}
              </Badge>
              <span>{promotion}:</span>
              <span>{reasons.map(reason).join(' ')}</span>
            </Group>
          </List.Item>
        ))}
        {coupons.map(({ code, reasons }) => (
          <List.Item key={code}>
            {t('coupon')} {code}: {reasons.length === 0 ? t('couponTaken') : reasons.map(reason).join(' ')}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
