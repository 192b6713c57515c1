import { Grid, Paper, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Refused } from '../../parts/refused';
import { BasketAnswer } from './basket-answer';
import { type Basket, BasketForm } from './basket-form';

/** What does this basket cost, and why did this promotion not apply? */
export function BasketTester() {
  const { t } = useTranslation('pricing');
  const quote = useMutation({ mutationFn: (basket: Basket) => docket.call('quotePrices', { body: basket }) });
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Text size="sm" c="dimmed" mb="sm">
          {t('testerText')}
        </Text>
        <BasketForm isAsking={quote.isPending} onAsk={(basket) => quote.mutate(basket)} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }} aria-live="polite">
        <Refused error={quote.error} />
        {quote.data !== undefined && (
          <Paper withBorder p="md">
            <BasketAnswer quote={quote.data} />
          </Paper>
        )}
      </Grid.Col>
    </Grid>
  );
}
