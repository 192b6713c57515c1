/** RFC 5321 gives an address 254 characters. */
export const MOST_ADDRESS = 254;

/**
 * One bare address: something, @, a domain; no name, no list, no quoting, nothing that could begin another header or
 * another command of SMTP. Letters of any language pass.
 */
export const ADDRESS_PATTERN =
  '^[^\\s@<>()\\[\\],;:"\\\\\\u0000-\\u001f\\u007f-\\u009f]{1,64}@' +
  '[^\\s@<>()\\[\\],;:"\\\\\\u0000-\\u001f\\u007f-\\u009f.]+(?:\\.[^\\s@<>()\\[\\],;:"\\\\\\u0000-\\u001f\\u007f-\\u009f.]+)*$';

const address = new RegExp(ADDRESS_PATTERN, 'u');

export const isMailAddress = (text: string): boolean => text.length <= MOST_ADDRESS && address.test(text);

/** What stands behind the @ of an address with or without a name: `Shop <orders@example.com>` is of example.com. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).replace('>', '');
