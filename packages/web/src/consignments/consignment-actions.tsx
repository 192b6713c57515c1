import { Button, Group, Modal, NativeSelect, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconChecks, IconMapPin, IconPencil, IconTruckDelivery, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { currencyDigits } from '../format/currency-digits';
import { AmountInput } from '../parts/amount-input';
import { ConfirmButton } from '../parts/confirm-button';
import { Refused } from '../parts/refused';
import { useMay } from '../session/session';
import { askAgain, type Consignment } from './consignment-queries';

interface ActionsProps {
  readonly consignment: Consignment;
}

/** What its status permits, as the server says. */
export function ConsignmentActions({ consignment }: ActionsProps) {
  const { t } = useTranslation('consignments');
  const { consignmentId, allowed } = consignment;
  const path = { consignmentId };
  const may = (command: string): boolean => allowed.includes(command);
  const done = async (asked: Promise<unknown>): Promise<void> => {
    await asked;
    await askAgain();
  };
  if (allowed.length === 0) return null;
  return (
    <Group gap="xs">
      {may('hand_over_consignment') && <HandOver key={`out${consignment.version}`} consignment={consignment} />}
      {may('track_consignment') && <News consignment={consignment} />}
      {may('deliver_consignment') && (
        <ConfirmButton
          label={t('deliver')}
          text={t('deliverText')}
          icon={<IconChecks size={14} />}
          act={() => done(docket.call('deliver_consignment', { path, body: {} }))}
        />
      )}
      {may('return_consignment') && <ComeBack consignment={consignment} />}
      {may('change_consignment') && <Change key={`change${consignment.version}`} consignment={consignment} />}
      {may('cancel_consignment') && <GiveUp consignment={consignment} />}
    </Group>
  );
}

interface FormProps {
  readonly label: string;
  readonly text?: string;
  readonly icon: ReactNode;
  readonly main?: boolean;
  /** True: nothing can be sent yet. */
  readonly incomplete?: boolean;
  readonly send: () => Promise<unknown>;
  readonly children: ReactNode;
}

/** A button that opens fields, and sends them; a refusal stands beside them. */
function FormButton({ label, text, icon, main = false, incomplete = false, send, children }: FormProps) {
  const { t } = useTranslation('shell');
  const [opened, { open, close }] = useDisclosure(false);
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      close();
      await askAgain();
    },
  });
  const leave = (): void => {
    sending.reset();
    close();
  };
  return (
    <>
      <Button variant={main ? 'filled' : 'default'} size="xs" leftSection={icon} onClick={open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={leave} title={label} closeButtonProps={{ 'aria-label': t('close') }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            sending.mutate();
          }}
        >
          <Stack>
            {text !== undefined && <Text size="sm">{text}</Text>}
            {children}
            <Refused error={sending.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={leave}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={sending.isPending} disabled={incomplete}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function HandOver({ consignment: { consignmentId, carrier, trackingNumber } }: ActionsProps) {
  const { t } = useTranslation('consignments');
  const [said, setSaid] = useState({ carrier: carrier ?? '', trackingNumber: trackingNumber ?? '' });
  return (
    <FormButton
      label={t('handOver')}
      text={t('handOverText')}
      icon={<IconTruckDelivery size={14} />}
      main
      send={() =>
        docket.call('hand_over_consignment', {
          path: { consignmentId },
          body: { carrier: orNull(said.carrier), trackingNumber: orNull(said.trackingNumber) },
        })
      }
    >
      <Travel said={said} onSay={setSaid} />
    </FormButton>
  );
}

interface TravelProps<Said> {
  readonly said: Said;
  readonly onSay: (said: Said) => void;
}

function Travel<Said extends { readonly carrier: string; readonly trackingNumber: string }>({
  said,
  onSay,
}: TravelProps<Said>) {
  const { t } = useTranslation('consignments');
  return (
    <>
      <TextInput
        label={t('carrier')}
        maxLength={100}
        value={said.carrier}
        onChange={({ currentTarget }) => onSay({ ...said, carrier: currentTarget.value })}
      />
      <TextInput
        label={t('trackingNumber')}
        maxLength={100}
        value={said.trackingNumber}
        onChange={({ currentTarget }) => onSay({ ...said, trackingNumber: currentTarget.value })}
      />
    </>
  );
}

function News({ consignment: { consignmentId } }: ActionsProps) {
  const { t } = useTranslation('consignments');
  const [description, setDescription] = useState('');
  const [city, setCity] = useState('');
  return (
    <FormButton
      label={t('track')}
      icon={<IconMapPin size={14} />}
      incomplete={description.trim() === ''}
      send={() =>
        docket.call('track_consignment', {
          path: { consignmentId },
          body: {
            events: [
              {
                at: new Date().toISOString(),
                description: description.trim(),
                ...(city.trim() === '' ? {} : { city: city.trim() }),
              },
            ],
          },
        })
      }
    >
      <TextInput
        label={t('whatHappened')}
        required
        data-autofocus
        maxLength={2_000}
        value={description}
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
      />
      <TextInput
        label={t('city')}
        maxLength={200}
        value={city}
        onChange={({ currentTarget }) => setCity(currentTarget.value)}
      />
    </FormButton>
  );
}

function ComeBack({ consignment: { consignmentId } }: ActionsProps) {
  const { t } = useTranslation('consignments');
  const [reason, setReason] = useState('');
  const [restock, setRestock] = useState(false);
  return (
    <FormButton
      label={t('comeBack')}
      text={t('comeBackText')}
      icon={<IconArrowBackUp size={14} />}
      send={() =>
        docket.call('return_consignment', {
          path: { consignmentId },
          body: { restock, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
        })
      }
    >
      <Textarea
        label={t('reason')}
        maxLength={2_000}
        autosize
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Switch
        label={t('restock')}
        checked={restock}
        onChange={({ currentTarget }) => setRestock(currentTarget.checked)}
      />
    </FormButton>
  );
}

function GiveUp({ consignment: { consignmentId } }: ActionsProps) {
  const { t } = useTranslation('consignments');
  const [reason, setReason] = useState('');
  return (
    <ConfirmButton
      label={t('cancel')}
      text={t('cancelText')}
      danger
      icon={<IconX size={14} />}
      act={async () => {
        const body = reason.trim() === '' ? {} : { reason: reason.trim() };
        await docket.call('cancel_consignment', { path: { consignmentId }, body });
        await askAgain();
      }}
    >
      <Textarea
        label={t('reason')}
        description={t('cancelReasonText')}
        maxLength={500}
        autosize
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmButton>
  );
}

const ALLOCATIONS = ['value', 'weight', 'pieces', 'equal'] as const satisfies readonly Consignment['allocation'][];

function Change({ consignment }: ActionsProps) {
  const { t } = useTranslation('consignments');
  const { consignmentId, carrier, trackingNumber, currency, members } = consignment;
  const maySeePrices = useMay('prices.view');
  const first = {
    carrier: carrier ?? '',
    trackingNumber: trackingNumber ?? '',
    cost: consignment.cost === null ? null : consignment.cost,
    allocation: consignment.allocation,
  };
  const [said, setSaid] = useState(first);
  const [weights, setWeights] = useState<Readonly<Record<string, number | null>>>({});
  return (
    <FormButton
      label={t('change')}
      icon={<IconPencil size={14} />}
      send={() =>
        docket.call('change_consignment', {
          path: { consignmentId },
          body: {
            carrier: orNull(said.carrier),
            trackingNumber: orNull(said.trackingNumber),
            allocation: said.allocation,
            ...(maySeePrices ? { cost: said.cost } : {}),
            ...(Object.keys(weights).length === 0
              ? {}
              : {
                  weights: members.flatMap(({ orderId, shipmentId }) => {
                    const weight = weights[`${orderId} ${shipmentId}`];
                    return weight === undefined ? [] : [{ orderId, shipmentId, weight }];
                  }),
                }),
          },
        })
      }
    >
      <Travel said={said} onSay={setSaid} />
      {maySeePrices && (
        <AmountInput
          label={t('cost')}
          description={t('costText')}
          digits={currencyDigits(currency)}
          suffix={` ${currency}`}
          value={said.cost}
          onChange={(cost) => setSaid((before) => ({ ...before, cost }))}
        />
      )}
      <NativeSelect
        label={t('allocation')}
        value={said.allocation}
        onChange={({ currentTarget }) => {
          const allocation = ALLOCATIONS.find((one) => one === currentTarget.value) ?? 'value';
          setSaid((before) => ({ ...before, allocation }));
        }}
        data={ALLOCATIONS.map((one) => ({ value: one, label: t(`allocations.${one}`) }))}
      />
      {said.allocation === 'weight' &&
        members.map(({ orderId, orderNumber, shipmentId, weight }) => (
          <AmountInput
            key={`${orderId} ${shipmentId}`}
            label={t('weightOf', { order: orderNumber ?? orderId })}
            digits={3}
            suffix=" kg"
            value={weight === null ? null : weight}
            onChange={(grams) => setWeights((before) => ({ ...before, [`${orderId} ${shipmentId}`]: grams }))}
          />
        ))}
    </FormButton>
  );
}
