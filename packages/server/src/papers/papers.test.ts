import { inflateSync } from 'node:zlib';
import type { Consignment } from '@docket/core/consignment/consignment';
import type { Order } from '@docket/core/order/order';
import { describe, expect, it } from 'vitest';
import { given, place, startHandling } from '../../../core/src/order/given.test-support.js';
import { consignmentLabel, consignmentPickList, consignmentSlip } from './consignment-papers.js';
import { subjectOf } from './destination.js';
import { packingSlip } from './packing-slip.js';
import { pickList, pickRows } from './pick-list.js';
import { shippingLabel } from './shipping-label.js';

const AT = '2026-03-02T12:00:00.000Z';
const how = { language: 'en', at: AT } as const;
const address = {
  receiver: 'Jürgen Groß',
  street: 'Rue de l’Été',
  number: '7 ñ',
  city: 'Łódź Žďár',
  postalCode: '90-001',
  country: 'PL',
};

const planned = (): Order =>
  given(
    place({ workflow: 'simple', payments: [], deliveries: [{ type: 'delivery', method: 'flat', address }] }),
    startHandling,
    { type: 'plan_shipment', items: [{ lineId: '1', quantity: 1 }], place: 'main' },
    { type: 'plan_shipment' },
    { type: 'send_package', shipmentId: '1', packageId: 'box', trackingNumber: 'RR123456785PL', weight: 1_250 },
  ).order as Order;

describe('a packing slip', () => {
  it('says what lies in the package and where it goes, and no price', async () => {
    const order = planned();
    const text = textOf(await packingSlip(order, subjectOf(order, { packageId: 'box' }) ?? {}, how));
    for (const said of [
      'Packing slip',
      'RR123456785PL',
      'MUG',
      'Product MUG',
      'In all: 1',
      '1.250 kg',
      'Mar 2, 2026',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('CUP');
    expect(text).not.toMatch(/40[.,]00|EUR|€/);
  });

  it('shows every letter of Europe’s names', async () => {
    const order = planned();
    const text = textOf(await packingSlip(order, {}, how));
    for (const said of ['Jürgen Groß', 'Rue de l’Été 7 ñ', '90-001 Łódź Žďár']) expect(text).toContain(said);
    const german = textOf(await packingSlip(order, {}, { ...how, language: 'de' }));
    expect(german).toContain('Lieferschein');
  });

  it('is the same file for the same order at the same time', async () => {
    const order = planned();
    expect(await packingSlip(order, {}, how)).toEqual(await packingSlip(order, {}, how));
  });

  it('is of nothing that the order does not have', () => {
    expect(subjectOf(planned(), { packageId: 'none' })).toBeNull();
    expect(subjectOf(planned(), { shipmentId: 'constructor' })).toBeNull();
  });
});

describe('a label', () => {
  it('has the address and what its barcode says, on paper of 100 × 150 mm', async () => {
    const order = planned();
    const file = await shippingLabel(order, subjectOf(order, { packageId: 'box' }) ?? {}, how);
    expect(textOf(file)).toContain('RR123456785PL');
    expect(textOf(file)).toContain('Łódź Žďár');
    expect(file.toString('latin1')).toContain('[0 0 283.46 425.2]');
    // Code 128 of 13 characters, digits in pairs: at least 40 bars
    expect(drawn(file).match(/ re\b/g)?.length).toBeGreaterThan(40);
  });
});

describe('a package that is packed and has not left', () => {
  it('has its slip and its label already, each with a code of its own', async () => {
    const boxes = given(
      place({ workflow: 'simple', payments: [], deliveries: [{ type: 'delivery', method: 'flat', address }] }),
      startHandling,
      { type: 'plan_shipment', place: 'main' },
      { type: 'pack_package', shipmentId: '1', items: [{ lineId: '1', quantity: 1 }], weight: 900 },
      { type: 'pack_package', shipmentId: '1', barcode: 'BOX-B' },
    ).order as Order;
    const [one, two] = ['1', '2'].map((packageId) => subjectOf(boxes, { packageId }) ?? {});
    const number = boxes.documents.shipment['1']?.number ?? '';
    expect(textOf(await shippingLabel(boxes, one ?? {}, how))).toContain(`${number}-1`);
    expect(textOf(await shippingLabel(boxes, two ?? {}, how))).toContain('BOX-B');
    const slip = textOf(await packingSlip(boxes, one ?? {}, how));
    expect(slip).toContain('Product MUG');
    expect(slip).not.toContain('Product CUP');
  });
});

describe('a pick list', () => {
  it('names what is not sent, by place and product, over many orders at once', async () => {
    const one = planned();
    const other = given(place({ workflow: 'simple', payments: [] })).order as Order;
    const named = { ...other, head: { ...other.head, number: 'W-2' } };
    expect(pickRows([one, named])).toEqual([
      { place: 'main', sku: 'CUP', name: 'Product CUP', quantity: 2, orders: expect.anything() as unknown },
      {
        place: 'main',
        sku: 'MUG',
        name: 'Product MUG',
        quantity: 3,
        orders: [
          { order: one.head.orderId, quantity: 1 },
          { order: 'W-2', quantity: 2 },
        ],
      },
    ]);
    const text = textOf(await pickList([one, named], how));
    for (const said of ['Pick list', 'Place main', 'MUG', 'W-2 × 2']) expect(text).toContain(said);
    expect(pickRows([one], (_, id) => id === '2').map(({ sku }) => sku)).toEqual(['CUP', 'MUG']);
    expect(pickRows([one], (_, id) => id === '1')).toEqual([]);
  });

  it('goes over pages where it is long, with its heads on each and their numbers', async () => {
    const lines = Array.from({ length: 200 }, (_, n) => ({ sku: `S${n}`, name: 'Thing', priceMicros: 0, quantity: 1 }));
    const { order } = given(place({ workflow: 'simple', lines, payments: [], deliveries: [], total: 0 }));
    const text = textOf(await pickList([order as Order], how));
    expect(text.match(/Picked/g)?.length).toBeGreaterThan(3);
    expect(text).toMatch(/Page 1 \/ \d/);
    expect(text).toContain('S199');
  });
});

describe('the papers of a consignment', () => {
  const together = (): readonly [Consignment, readonly Order[]] => {
    const one = planned();
    const orders = [one, { ...one, head: { ...one.head, orderId: 'B', number: 'W-2' } }];
    const member = { weight: 600, packageId: null, basis: null, arrivedAt: null, returnedAt: null };
    const consignment: Consignment = {
      consignmentId: 'C000012',
      number: 'CO-12',
      version: 1,
      store: 'default',
      currency: 'EUR',
      method: 'flat',
      members: orders.map(({ head }) => ({ orderId: head.orderId, shipmentId: '2', ...member })),
      carrier: 'Post',
      trackingNumber: null,
      trackingUrl: null,
      cost: 990,
      allocation: 'value',
      createdAt: AT,
      updatedAt: AT,
      sentAt: null,
      dispatchedAt: null,
      tracking: [],
      cancelledAt: null,
    };
    return [consignment, orders];
  };

  it('name all its orders, what is of each, and no price', async () => {
    const slip = textOf(await consignmentSlip(...together(), how));
    for (const said of ['CO-12', 'Order W-2', 'CUP', 'In all: 4', 'Jürgen Groß', 'Carrier: Post'])
      expect(slip).toContain(said);
    expect(slip).not.toMatch(/9[.,]90|40[.,]00|EUR|€/);
    const picks = textOf(await consignmentPickList(...together(), how));
    for (const said of ['Consignment: CO-12', 'W-2 × 1']) expect(picks).toContain(said);
  });

  it('have one label, with what all of it weighs', async () => {
    const label = textOf(await consignmentLabel(...together(), how));
    for (const said of ['CO-12', 'Jürgen Groß', '1.200 kg', 'Order 2']) expect(label).toContain(said);
  });
});

/** Streams of a PDF as they are drawn. */
const streams = (file: Buffer): string[] => {
  const raw = file.toString('latin1');
  return [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
};

const drawn = (file: Buffer): string =>
  streams(file)
    .filter((stream) => / re\b|\bTJ\b/.test(stream))
    .join('\n');

/** The words of a PDF: glyphs read back through the map that each embedded font carries for searching and copying. */
function textOf(file: Buffer): string {
  const raw = file.toString('latin1');
  const objects = new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const maps = new Map<string, Map<number, string>>();
  for (const [, name = '', font = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '';
    const body = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(objects.get(unicode) ?? '')?.[1] ?? '';
    const cmap = body.includes('beginbfrange') ? body : inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    const glyphs = new Map<number, string>();
    for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
      [...list.matchAll(/<([0-9a-f]+)>/gi)].forEach(([, code = ''], index) => {
        glyphs.set(Number.parseInt(from, 16) + index, String.fromCodePoint(Number.parseInt(code, 16)));
      });
    }
    maps.set(name, glyphs);
  }
  return streams(file)
    .flatMap((stream) => {
      let font = '';
      return stream.split('\n').flatMap((line) => {
        font = /\/(F\d+) [\d.]+ Tf/.exec(line)?.[1] ?? font;
        if (!line.endsWith('TJ')) return [];
        const hex = [...line.matchAll(/<([0-9a-f]*)>/gi)].map(([, part = '']) => part).join('');
        const codes = hex.match(/.{4}/g) ?? [];
        return [codes.map((code) => maps.get(font)?.get(Number.parseInt(code, 16)) ?? '').join('')];
      });
    })
    .join('\n');
}
