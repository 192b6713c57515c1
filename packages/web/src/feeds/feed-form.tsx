import { Alert, Button, Group, NumberInput, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket, problemOf } from '../docket';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import type { Feed } from './feed';
import { FilterEditor, filterBody, filterOf } from './filter-editor';

interface FeedFormProps {
  /** Null: a new one. */
  readonly feed: Feed | null;
  readonly onDone: (feed: Feed) => void;
}

/** Makes a feed or a hook, or sets it up anew. What the server refuses is told at the field that it names. */
export function FeedForm({ feed, onDone }: FeedFormProps) {
  const { t } = useTranslation('integration');
  const [id, setId] = useState(feed?.feed ?? '');
  const [name, setName] = useState(feed?.name ?? '');
  const [kind, setKind] = useState<'feed' | 'hook'>(feed?.hook == null ? 'feed' : 'hook');
  const [url, setUrl] = useState(feed?.hook?.url ?? '');
  const [headers, setHeaders] = useState((feed?.hook?.headers ?? []).map((one) => `${one}: `).join('\n'));
  const [secret, setSecret] = useState('');
  const [filter, setFilter] = useState(() => filterOf(feed?.filter ?? null));
  const [hidden, setHidden] = useState<string | number>(feed?.hiddenSeconds ?? 30);
  const save = useMutation({
    mutationFn: () =>
      docket.call('putFeed', {
        path: { feed: id },
        body: {
          name,
          filter: filterBody(filter),
          hiddenSeconds: Number(hidden),
          ...(feed === null ? {} : { retentionSeconds: feed.retentionSeconds }),
          ...(kind === 'feed'
            ? {}
            : { hook: { url, headers: headersIn(headers), ...(secret === '' ? {} : { secret }) } }),
        },
      }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['feeds'] });
      onDone(saved);
    },
  });
  const problem = problemOf(save.error);
  const at = (pointer: string): string | null => (problem?.pointer === pointer ? problem.detail : null);
  const told = ['/name', '/hook/url', '/hook/headers', '/hook/secret', '/filter/expression', '/hiddenSeconds'].some(
    (pointer) => at(pointer) !== null,
  );
  return (
    <form onSubmit={submitted(() => save.mutate())}>
      <Stack>
        {!told && <Refused error={save.error} />}
        {feed === null && (
          <TextInput
            label={t('feeds.id')}
            description={t('feeds.idText')}
            required
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('name')}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={at('/name')}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('kind')}
          value={kind}
          onChange={setKind}
          data={[
            { value: 'feed', label: t('feeds.feedLong') },
            { value: 'hook', label: t('feeds.hookLong') },
          ]}
        />
        {kind === 'hook' && (
          <>
            <TextInput
              label={t('feeds.url')}
              placeholder="https://"
              required
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
              error={at('/hook/url')}
            />
            {feed?.hook != null && (feed.hook.headers.length > 0 || feed.hook.signed) && (
              <Alert color="yellow">{t('feeds.secretsAgain')}</Alert>
            )}
            <Textarea
              label={t('feeds.headers')}
              description={t('feeds.headersText')}
              autosize
              minRows={2}
              value={headers}
              onChange={(event) => setHeaders(event.currentTarget.value)}
              error={at('/hook/headers')}
            />
            <TextInput
              label={t('feeds.secret')}
              description={t('feeds.secretText')}
              autoComplete="off"
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
              error={at('/hook/secret')}
            />
          </>
        )}
        <FilterEditor filter={filter} onChange={setFilter} error={at('/filter/expression')} />
        <NumberInput
          label={t('feeds.hiddenSeconds')}
          min={1}
          value={hidden}
          onChange={setHidden}
          error={at('/hiddenSeconds')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('shell:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** `Name: value` a line. */
const headersIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.split(/:(.*)/s))
      .map(([name = '', value = '']) => [name.trim(), value.trim()] as const)
      .filter(([name]) => name !== ''),
  );
