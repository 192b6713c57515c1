/** What the desk shows of an address, as it is typed. */
export interface TypedAddress {
  readonly receiver: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export const NO_ADDRESS: TypedAddress = { receiver: '', street: '', postalCode: '', city: '', country: '' };

export const typedAddress = (address: Partial<TypedAddress>): TypedAddress => ({ ...NO_ADDRESS, ...address });

/** What was typed, and of the address as it was what the desk does not show; what it shows and was emptied is gone. */
export function addressOf(
  { country, ...parts }: TypedAddress,
  had: object | undefined,
): { readonly country: string } & Readonly<Record<string, string>> {
  const notShown = Object.entries(had ?? {}).filter(([part]) => !(part in NO_ADDRESS));
  const shown = Object.entries(parts).filter(([, value]) => value.trim() !== '');
  return { ...Object.fromEntries([...notShown, ...shown]), country: country.trim().toUpperCase() };
}
