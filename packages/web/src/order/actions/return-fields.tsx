import { Checkbox, Fieldset, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { FoundLines } from '../../parts/found-lines';
import type { Order } from '../order-queries';
import { useReasons } from '../return-reasons';

interface ReturnFieldProps {
  readonly order: Order;
  readonly label: string;
  readonly onValue: (value: unknown) => void;
}

interface OfReturnProps extends ReturnFieldProps {
  readonly returnId: unknown;
}

interface Wish {
  readonly quantity: number;
  readonly reason: string | null;
  readonly comment: string;
}

const NO_WISH: Wish = { quantity: 0, reason: null, comment: '' };

/** What comes back and why, line by line. How much may, the server says. */
export function ReturnRequestField({ order, label, onValue }: ReturnFieldProps) {
  const { t } = useTranslation('returns');
  const returnable = useQuery({
    queryKey: ['order', order.orderId, order.version, 'returnable'],
    queryFn: () => docket.call('getReturnable', { path: { orderId: order.orderId } }),
  });
  const reasons = useReasons('request');
  const [wishes, setWishes] = useState<Readonly<Record<string, Wish>>>({});
  const change = (lineId: string, part: Partial<Wish>): void => {
    const next = { ...wishes, [lineId]: { ...(wishes[lineId] ?? NO_WISH), ...part } };
    setWishes(next);
    onValue(
      Object.entries(next)
        .filter(([, { quantity }]) => quantity > 0)
        .map(([id, { quantity, reason, comment }]) => ({
          lineId: id,
          quantity,
          reason: reason ?? '',
          ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
        })),
    );
  };
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="sm">
        <FoundLines lines={returnable.data?.lines ?? []} textOf={({ name }) => name}>
          {(lines) =>
            lines.map(({ lineId, name, available, meaning }) => {
              const wish = wishes[lineId] ?? NO_WISH;
              return (
                <Stack key={lineId} gap={4}>
                  <Group justify="space-between" wrap="nowrap">
                    <div>
                      <Text size="sm">{name}</Text>
                      <Text size="xs" c="dimmed">
                        {t('available', { count: available })}
                        {meaning !== null && ` · ${meaning}`}
                      </Text>
                    </div>
                    <NumberInput
                      aria-label={t('piecesOf', { name })}
                      w={80}
                      size="xs"
                      min={0}
                      max={available}
                      allowDecimal={false}
                      disabled={available === 0}
                      value={wish.quantity === 0 ? '' : wish.quantity}
                      onChange={(value) => change(lineId, { quantity: typeof value === 'number' ? value : 0 })}
                    />
                  </Group>
                  {wish.quantity > 0 && (
                    <>
                      <Select
                        size="xs"
                        label={t('reason')}
                        required
                        data={[...reasons]}
                        value={wish.reason}
                        onChange={(reason) => change(lineId, { reason })}
                      />
                      <TextInput
                        size="xs"
                        label={t('comment')}
                        maxLength={2000}
                        value={wish.comment}
                        onChange={(event) => change(lineId, { comment: event.currentTarget.value })}
                      />
                    </>
                  )}
                </Stack>
              );
            })
          }
        </FoundLines>
      </Stack>
    </Fieldset>
  );
}

interface PiecesProps extends OfReturnProps {
  /** What the step before left. */
  readonly of: 'requested' | 'authorised';
}

/** Pieces of a return by line; untouched, it is all that the step before left. */
export function ReturnPiecesField({ order, label, returnId, of, onValue }: PiecesProps) {
  const { t } = useTranslation('returns');
  const returned = order.returns.find(({ id }) => id === returnId);
  const names = new Map(order.lines.map(({ id, name }) => [id, name]));
  const [pieces, setPieces] = useState<Readonly<Record<string, number>>>({});
  const lines = (returned?.lines ?? []).map((line) => ({
    lineId: line.lineId,
    name: names.get(line.lineId) ?? line.lineId,
    left: of === 'requested' ? line.requested : line.authorised - line.received,
  }));
  const change = (lineId: string, quantity: number): void => {
    const next = { ...pieces, [lineId]: quantity };
    setPieces(next);
    onValue(lines.map((line) => ({ lineId: line.lineId, quantity: next[line.lineId] ?? line.left })));
  };
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap={6}>
        {lines.map(({ lineId, name, left }) => (
          <Group key={lineId} justify="space-between" wrap="nowrap">
            <Text size="sm">{name}</Text>
            <NumberInput
              aria-label={t('piecesOf', { name })}
              w={80}
              size="xs"
              min={0}
              max={left}
              allowDecimal={false}
              value={pieces[lineId] ?? left}
              onChange={(value) => change(lineId, typeof value === 'number' ? value : 0)}
            />
          </Group>
        ))}
      </Stack>
    </Fieldset>
  );
}

interface Look {
  readonly accepted: number;
  readonly rejected: number;
  readonly reason: string | null;
  readonly restock: boolean;
}

const NO_LOOK: Look = { accepted: 0, rejected: 0, reason: null, restock: false };

/** What of the received pieces is good, what is not and why, and what goes back on its shelf. */
export function InspectionField({ order, label, returnId, onValue }: OfReturnProps) {
  const { t } = useTranslation('returns');
  const reasons = useReasons('rejection');
  const returned = order.returns.find(({ id }) => id === returnId);
  const names = new Map(order.lines.map(({ id, name }) => [id, name]));
  const [looks, setLooks] = useState<Readonly<Record<string, Look>>>({});
  const change = (lineId: string, part: Partial<Look>): void => {
    const next = { ...looks, [lineId]: { ...(looks[lineId] ?? NO_LOOK), ...part } };
    setLooks(next);
    onValue(
      Object.entries(next)
        .filter(([, { accepted, rejected }]) => accepted + rejected > 0)
        .map(([id, { accepted, rejected, reason, restock }]) => ({
          lineId: id,
          accepted,
          rejected,
          restock,
          ...(reason === null ? {} : { reason }),
        })),
    );
  };
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="sm">
        {(returned?.lines ?? []).map((line) => {
          const look = looks[line.lineId] ?? NO_LOOK;
          const name = names.get(line.lineId) ?? line.lineId;
          const left = line.received - line.accepted - line.rejected;
          const count = (of: 'accepted' | 'rejected') => (
            <NumberInput
              label={t(`count.${of}`)}
              aria-label={t(`${of}Of`, { name })}
              w={110}
              size="xs"
              min={0}
              max={left}
              allowDecimal={false}
              disabled={left === 0}
              value={look[of] === 0 ? '' : look[of]}
              onChange={(value) => change(line.lineId, { [of]: typeof value === 'number' ? value : 0 })}
            />
          );
          return (
            <Stack key={line.lineId} gap={4}>
              <Text size="sm">
                {name} · {t('toInspect', { count: left })}
              </Text>
              <Group gap="sm" align="end">
                {count('accepted')}
                {count('rejected')}
                <Checkbox
                  label={t('restock')}
                  checked={look.restock}
                  onChange={(event) => change(line.lineId, { restock: event.currentTarget.checked })}
                />
              </Group>
              {look.rejected > 0 && (
                <Select
                  size="xs"
                  label={t('whyRejected')}
                  required
                  data={[...reasons]}
                  value={look.reason}
                  onChange={(reason) => change(line.lineId, { reason })}
                />
              )}
            </Stack>
          );
        })}
      </Stack>
    </Fieldset>
  );
}
