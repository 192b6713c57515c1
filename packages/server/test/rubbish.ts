import fc from 'fast-check';

/** Texts that break programs which trust them. */
export const NASTY = [
  "'; drop table events; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '%s%s%n',
  '../../etc/passwd',
  '\u202eright to left',
  '😀'.repeat(50),
  '\u0001\u001f',
  'null',
  '-0',
  'constructor',
  '__proto__',
  ' ',
  '',
  '\0',
  '\ud800',
  'x'.repeat(70_000),
];

export const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...NASTY) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(0, -1, 1, 0.5, 1e15, 2 ** 53, 1e300, -1e300, null, true, false, [], {}),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      '1970-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '2026-02-30T00:00:00Z',
      'EUR',
      'XXX',
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 6 }) },
);

/** A valid body with one to three of its fields replaced, doubled, removed or added, at any depth. */
export const mutated = (valid: object): fc.Arbitrary<unknown> =>
  fc
    .array(
      fc.record({ at: fc.nat(200), how: fc.constantFrom('replace', 'remove', 'add', 'double'), value: anyValue }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((changes) => {
      const body = JSON.parse(JSON.stringify(valid)) as object;
      for (const { at, how, value } of changes) {
        const spots = spotsOf(body);
        const spot = spots[at % Math.max(spots.length, 1)];
        if (spot === undefined) continue;
        const { holder, key } = spot;
        if (how === 'replace') holder[key] = value;
        else if (how === 'remove') Reflect.deleteProperty(holder, key);
        else if (how === 'add') holder[Array.isArray(holder) ? holder.length : `extra${at}`] = value;
        else if (Array.isArray(holder)) holder.push(holder[Number(key)]);
      }
      return body;
    });

function spotsOf(value: object): { holder: Record<string | number, unknown>; key: string }[] {
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => {
    const inner = holder[key];
    return [{ holder, key }, ...(typeof inner === 'object' && inner !== null ? spotsOf(inner) : [])];
  });
}
