import { Autocomplete, type AutocompleteProps, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../session/session';
import {
  carrierChoices,
  pickupPointChoices,
  placeChoices,
  providerChoices,
  shippingMethodChoices,
} from './setting-choices';

interface SettingFieldProps extends Omit<AutocompleteProps, 'data' | 'onChange'> {
  readonly of: keyof ReturnType<typeof useChoices>;
  readonly onChange: (code: string) => void;
}

interface Choice {
  readonly code: string;
  readonly name: string;
}

/** What the account has of a kind, by its code, with its name beside; what is not among them can be typed. */
export function SettingField({ of, onChange, ...field }: SettingFieldProps) {
  const choices = useChoices()[of];
  const names = new Map(choices.map(({ code, name }) => [code, name]));
  return (
    <Autocomplete
      {...field}
      data={choices.map(({ code }) => code)}
      limit={50}
      renderOption={({ option: { value } }) => (
        <Text size="sm">
          {value}
          <Text span size="xs" c="dimmed">
            {names.get(value) === value ? '' : ` · ${names.get(value) ?? ''}`}
          </Text>
        </Text>
      )}
      onChange={onChange}
    />
  );
}

/** Those that are in use. Each list has the permission that its route asks for: who may not read it types. */
function useChoices() {
  const enabled = useMay('orders.view');
  const carriers = useQuery({ ...carrierChoices, enabled });
  const methods = useQuery({ ...shippingMethodChoices, enabled: useMay('shipping.view') });
  const points = useQuery({ ...pickupPointChoices, enabled });
  const places = useQuery({ ...placeChoices, enabled: useMay('stock.view') });
  const providers = useQuery({ ...providerChoices, enabled });
  return {
    carrier: inUse(carriers.data?.items),
    method: inUse(methods.data?.items),
    pickupPoint: inUse(points.data?.items),
    place: inUse(places.data?.items.map(({ place, ...others }) => ({ code: place, ...others }))),
    provider: inUse(providers.data?.items.map(({ provider, ...others }) => ({ code: provider, ...others }))),
  } satisfies Record<string, readonly Choice[]>;
}

const inUse = (items: readonly (Choice & { readonly active?: boolean })[] = []): readonly Choice[] =>
  items.filter(({ active }) => active !== false);
