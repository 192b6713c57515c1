/** 32 hex digits of chance. `crypto.randomUUID` is there on https and localhost alone, and a desk may stand behind plain http. */
export const newKeyOfRequest = (): string =>
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
