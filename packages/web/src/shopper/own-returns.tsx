import { Badge, Button, Group, Modal, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../format/moments';
import { money } from '../format/money';
import { FoundLines } from '../parts/found-lines';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import type { OrderSource, OwnOrder, Resolution, ReturnWish } from './order-source';
import { OtherOrder } from './other-order';
import { Part } from './part';
import { ShopperRefusal } from './shopper-refusal';

interface OwnReturnsProps {
  readonly order: OwnOrder;
  readonly source: OrderSource;
}

/** What the buyer sends back: each return with how far it is, and a way to ask for another. */
export function OwnReturns({ order, source }: OwnReturnsProps) {
  const { t } = useTranslation('shopper');
  const returnable = useQuery({
    queryKey: [...source.key, 'returnable', order.updatedAt],
    queryFn: () => source.returnable(),
  });
  const [open, { open: show, close }] = useDisclosure(false);
  const mayAsk = returnable.data?.lines.some(({ refused }) => refused === null) === true;
  if (order.returns.length === 0 && !mayAsk) return null;
  return (
    <Part title={t('returns.title')}>
      <Stack gap="md">
        {order.returns.map((returned) => (
          <OneReturn key={returned.id} order={order} returned={returned} source={source} />
        ))}
        {mayAsk && (
          <Group>
            <Button variant="default" onClick={show}>
              {t('returns.ask')}
            </Button>
          </Group>
        )}
      </Stack>
      <Modal
        opened={open}
        onClose={close}
        title={t('returns.askTitle')}
        centered
        radius="lg"
        closeButtonProps={{ 'aria-label': t('returns.leave') }}
      >
        {returnable.data !== undefined && <AskForm returnable={returnable.data} source={source} onDone={close} />}
      </Modal>
    </Part>
  );
}

const after = async (source: OrderSource): Promise<void> => {
  await queries.invalidateQueries({ queryKey: [...source.key] });
};

const WISHES: readonly Resolution[] = ['refund', 'store_credit', 'exchange'];

interface AskFormProps {
  readonly returnable: Awaited<ReturnType<OrderSource['returnable']>>;
  readonly source: OrderSource;
  readonly onDone: () => void;
}

function AskForm({ returnable, source, onDone }: AskFormProps) {
  const { t, i18n } = useTranslation('shopper');
  const [wish, setWish] = useState<Resolution>('refund');
  const [wishes, setWishes] = useState<Readonly<Record<string, Partial<ReturnWish>>>>({});
  const items = Object.entries(wishes).flatMap(([lineId, { quantity = 0, reason = '', comment = '' }]) =>
    quantity > 0 ? [{ lineId, quantity, reason, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) }] : [],
  );
  const ask = useMutation({
    mutationFn: () => source.askForReturn(items, wish),
    onSuccess: async () => {
      onDone();
      await after(source);
    },
  });
  const change = (lineId: string, part: Partial<ReturnWish>): void =>
    setWishes({ ...wishes, [lineId]: { ...wishes[lineId], ...part } });
  const reasons = returnable.reasons.map(({ reason, labels }) => ({
    value: reason,
    label: labels[i18n.language] ?? labels['en'] ?? reason,
  }));
  return (
    <form onSubmit={submitted(() => ask.mutate())}>
      <Stack gap="md">
        <Text size="sm">{t('returns.askText')}</Text>
        {ask.error !== null && <ShopperRefusal error={ask.error} />}
        <FoundLines lines={returnable.lines} textOf={({ name }) => name}>
          {(lines) =>
            lines.map(({ lineId, name, available, until, refused, meaning }) => (
              <Stack key={lineId} gap={4}>
                <Group justify="space-between" wrap="nowrap">
                  <div>
                    <Text fw={600}>{name}</Text>
                    <Text size="sm" c="dimmed">
                      {refused === null
                        ? until === null
                          ? t('returns.available', { count: available })
                          : t('returns.availableUntil', { count: available, day: day(until, i18n.language) })
                        : t(`refusals.${refused}`, { defaultValue: meaning ?? '', nsSeparator: false })}
                    </Text>
                  </div>
                  {refused === null && (
                    <NumberInput
                      aria-label={t('returns.piecesOf', { name })}
                      w={90}
                      min={0}
                      max={available}
                      allowDecimal={false}
                      value={wishes[lineId]?.quantity ?? ''}
                      onChange={(value) => change(lineId, { quantity: typeof value === 'number' ? value : 0 })}
                    />
                  )}
                </Group>
                {(wishes[lineId]?.quantity ?? 0) > 0 && (
                  <>
                    <Select
                      label={t('returns.reason')}
                      required
                      data={reasons}
                      value={wishes[lineId]?.reason ?? null}
                      onChange={(reason) => change(lineId, { reason: reason ?? '' })}
                    />
                    <Textarea
                      label={t('returns.comment')}
                      maxLength={2000}
                      autosize
                      value={wishes[lineId]?.comment ?? ''}
                      onChange={(event) => change(lineId, { comment: event.currentTarget.value })}
                    />
                  </>
                )}
              </Stack>
            ))
          }
        </FoundLines>
        <Select
          label={t('returns.wish')}
          allowDeselect={false}
          data={WISHES.map((value) => ({ value, label: t(`returns.wishes.${value}`) }))}
          value={wish}
          onChange={(value) => setWish(WISHES.find((each) => each === value) ?? 'refund')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('returns.leave')}
          </Button>
          <Button type="submit" loading={ask.isPending} disabled={items.length === 0}>
            {t('returns.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface OneReturnProps extends OwnReturnsProps {
  readonly returned: OwnOrder['returns'][number];
}

function OneReturn({ order, returned, source }: OneReturnProps) {
  const { t, i18n } = useTranslation('shopper');
  const withdraw = useMutation({
    mutationFn: () => source.withdrawReturn(returned.id),
    onSuccess: () => after(source),
  });
  const names = new Map(order.lines.map(({ id, name }) => [id, name]));
  return (
    <Stack gap={4} component="article" aria-label={t('returns.of', { number: returned.number })}>
      <Group justify="space-between">
        <Text fw={600}>{returned.number}</Text>
        <Badge variant="light">{t(`returns.state.${returned.status}`)}</Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {day(returned.requestedAt, i18n.language)}
      </Text>
      {returned.lines.map(({ lineId, requested }) => (
        <Text key={lineId} size="sm">
          {requested} × {names.get(lineId) ?? lineId}
        </Text>
      ))}
      {[returned.instructions, returned.declineReason].map(
        (text) =>
          text !== null && (
            <Text key={text} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {text}
            </Text>
          ),
      )}
      {returned.settlements.map((settlement) => (
        <Outcome key={settlement.at} settlement={settlement} currency={order.currency} source={source} />
      ))}
      {withdraw.error !== null && <ShopperRefusal error={withdraw.error} />}
      {returned.mayWithdraw && (
        <Group>
          <Button size="xs" variant="subtle" color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('returns.withdraw')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface OutcomeProps {
  readonly settlement: OwnOrder['returns'][number]['settlements'][number];
  readonly currency: string;
  readonly source: OrderSource;
}

/** What came of it: money, credit, another order, or some of each. */
function Outcome({ settlement, currency, source }: OutcomeProps) {
  const { t, i18n } = useTranslation('shopper');
  const { storeCredit, exchange } = settlement;
  const shown = (amount: number): string => money(amount, currency, i18n.language);
  const paidBack = (settlement.refunded ?? 0) - (storeCredit ?? 0) - (exchange?.amount ?? 0);
  return (
    <>
      {(paidBack > 0 || (storeCredit === undefined && exchange === undefined)) && (
        <Text size="sm">{t('returns.refunded', { amount: shown(paidBack) })}</Text>
      )}
      {storeCredit !== undefined && <Text size="sm">{t('returns.credited', { amount: shown(storeCredit ?? 0) })}</Text>}
      {exchange !== undefined && (
        <OtherOrder
          text={t('returns.exchangedFor', { order: exchange.orderId })}
          orderId={exchange.orderId}
          source={source}
        />
      )}
    </>
  );
}
