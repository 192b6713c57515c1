import { Group, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconLockOpen, IconSend, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';
import { useMay } from '../session/session';
import { ChangesList } from '../settings/history/changes-list';
import { type Person, refreshPeople } from './person';
import { PersonForm } from './person-form';

interface OpenedPersonProps {
  readonly person: Person;
  /** Out of the account. */
  readonly onGone: () => void;
}

/** One person: what may be done, roles and scope, and who changed them before. */
export function OpenedPerson({ person, onGone }: OpenedPersonProps) {
  const { t } = useTranslation('people');
  const mayEdit = useMay('users.edit');
  const { userId, email } = person;
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {email} · {t(`states.${person.status}`)}
      </Text>
      {mayEdit && (
        <>
          <PersonActions person={person} onGone={onGone} />
          <PersonForm value={person} onDone={onGone} />
        </>
      )}
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('history')}
        </Title>
        <ChangesList
          isOfMany={false}
          under={['people', userId]}
          page={(query) => docket.call('listUserChanges', { path: { userId }, query })}
        />
      </Stack>
    </Stack>
  );
}

function PersonActions({ person: { userId, status }, onGone }: OpenedPersonProps) {
  const { t } = useTranslation('people');
  const path = { userId };
  return (
    <Group gap={6}>
      {status === 'invited' && (
        <ConfirmButton
          label={t('resend')}
          text={t('resendText')}
          icon={<IconSend size={14} />}
          act={async () => {
            await docket.call('resendInvitation', { path });
            await refreshPeople();
          }}
        />
      )}
      {status === 'disabled' ? (
        <ConfirmButton
          key="enable"
          label={t('enable')}
          text={t('enableText')}
          icon={<IconLockOpen size={14} />}
          act={async () => {
            await docket.call('enableUser', { path });
            await refreshPeople();
          }}
        />
      ) : (
        <ConfirmButton
          key="disable"
          danger
          label={t('disable')}
          text={t('disableText')}
          icon={<IconLock size={14} />}
          act={async () => {
            await docket.call('disableUser', { path });
            await refreshPeople();
          }}
        />
      )}
      <ConfirmButton
        danger
        label={t('remove')}
        text={t('removeText')}
        icon={<IconTrash size={14} />}
        act={async () => {
          await docket.call('removeUser', { path });
          onGone();
          await refreshPeople();
        }}
      />
    </Group>
  );
}
