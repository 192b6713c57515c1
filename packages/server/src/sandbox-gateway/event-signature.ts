import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Call-backs of the sandbox are signed in the way of Standard Webhooks, with a secret that follows from the key. */
const secretOf = (apiKey: string): Buffer => createHash('sha256').update(`docket sandbox events\n${apiKey}`).digest();

export function signEvent(apiKey: string, id: string, seconds: number, body: Uint8Array): string {
  const mac = createHmac('sha256', secretOf(apiKey)).update(`${id}.${seconds}.`).update(body).digest('base64');
  return `v1,${mac}`;
}

export function isSigned(apiKey: string, id: string, seconds: number, body: Uint8Array, signature: string): boolean {
  const expected = Buffer.from(signEvent(apiKey, id, seconds, body));
  return signature.split(' ').some((each) => {
    const given = Buffer.from(each);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
