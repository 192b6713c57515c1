import { Table } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { ChannelForm } from './channel-form';

export function ChannelList() {
  const { t } = useTranslation('stores');
  const mayEdit = useMay('settings.edit');
  return (
    <SettingList
      name="channels"
      page={(query) => docket.call('listChannel', { query })}
      keyOf={({ channel }) => channel}
      titleOf={({ name }) => name}
      columns={[{ name: t('channel') }, { name: t('kind') }, { name: t('store') }]}
      cells={(channel) => (
        <>
          <NameCell name={channel.name} id={channel.channel} isActive={channel.active} />
          <Table.Td>{t(`kinds.${channel.kind}`)}</Table.Td>
          <Table.Td>{channel.store ?? t('namedByOrder')}</Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(channel, onDone) => <ChannelForm value={channel} onDone={onDone} />}
      remove={(channel) => docket.call('removeChannel', { path: { channel } })}
      icon={<IconRoute />}
      words={{
        make: t('newChannel'),
        none: t('noChannels'),
        noneText: t('noChannelsText'),
        remove: t('removeChannelText'),
      }}
    />
  );
}
