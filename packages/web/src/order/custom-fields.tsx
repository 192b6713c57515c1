import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { type FieldTarget, useTargetFields } from '../documents/definitions';
import { FieldFacts } from '../documents/field-facts';
import { FieldForm } from '../documents/field-form';
import { useFieldProblem } from '../documents/field-problem';
import type { FieldValues } from '../documents/field-schema';
import { useDocumentCommand } from '../documents/use-document-command';
import { notify } from '../parts/notify';
import { Refused } from '../parts/refused';
import { SideDrawer } from '../parts/side-drawer';
import { submitted } from '../parts/submitted';
import type { Order } from './order-queries';

interface CustomFieldsProps {
  readonly order: Order;
  readonly target: FieldTarget;
  /** Of a line or a document; none of the order. */
  readonly id?: string;
  readonly values: FieldValues | undefined;
  readonly isPast: boolean;
  /** Names what has the fields, for who cannot see where the button stands. */
  readonly of: string;
}

/** Fields of the account on the order or a part of it; nothing where it defined none and none is set. */
export function CustomFields({ order, target, id, values = {}, isPast, of }: CustomFieldsProps) {
  const { t } = useTranslation(['documents', 'shell']);
  const schema = useTargetFields(target);
  const [opened, { open, close }] = useDisclosure(false);
  const isDefined = Object.keys(schema.properties).length > 0;
  if (!isDefined && Object.keys(values).length === 0) return null;
  const may =
    !isPast && isDefined && order.allowed.some(({ command, allowed }) => command === 'set_custom_fields' && allowed);
  return (
    <Stack gap={4}>
      <FieldFacts schema={schema} values={values} currency={order.currency} />
      {may && (
        <Group>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconEdit size={14} />}
            aria-label={t('editFieldsOf', { of })}
            onClick={open}
          >
            {t('editFields')}
          </Button>
        </Group>
      )}
      <SideDrawer opened={opened} onClose={close} size="md" title={t('fieldsOf', { of })}>
        <Editing order={order} target={target} {...(id === undefined ? {} : { id })} values={values} onDone={close} />
      </SideDrawer>
    </Stack>
  );
}

interface EditingProps extends Pick<CustomFieldsProps, 'order' | 'target' | 'id'> {
  readonly values: FieldValues;
  readonly onDone: () => void;
}

function Editing({ order, target, id, values, onDone }: EditingProps) {
  const { t } = useTranslation(['documents', 'shell']);
  const schema = useTargetFields(target);
  const [changed, setChanged] = useState<FieldValues>({});
  const set = useDocumentCommand(
    order.orderId,
    () =>
      docket.call('set_custom_fields', {
        path: { orderId: order.orderId },
        body: { target, ...(id === undefined ? {} : { id }), custom: changed },
      }),
    () => {
      notify({ color: 'green', message: t('fieldsSaved') });
      onDone();
    },
  );
  const problem = useFieldProblem(set.error);
  return (
    <form onSubmit={submitted(() => set.mutate(undefined))}>
      <Stack gap="sm">
        <FieldForm
          schema={schema}
          values={{ ...values, ...changed }}
          currency={order.currency}
          problemOf={problem.of}
          onValue={(name, value) => setChanged({ ...changed, [name]: value })}
        />
        <Refused error={problem.isTold ? null : set.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={set.isPending} disabled={Object.keys(changed).length === 0}>
            {t('shell:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
