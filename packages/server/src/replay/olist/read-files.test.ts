import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MADE_UP, writeOlist } from '../../../test/made-up-olist.js';
import { readOlistFiles } from './read-files.js';
import { freightOf, goodsOf, type OlistRecord, paidOf, shipByOf, totalOf } from './record.js';

const files = (changed: Readonly<Record<string, string>> = {}): string => {
  const { directory, remove } = writeOlist(changed);
  onTestFinished(remove);
  return directory;
};
const read = (changed: Readonly<Record<string, string>> = {}) => readOlistFiles(files(changed));
const record = async (olistId: string): Promise<OlistRecord> => {
  const found = (await read()).records.find((each) => each.olistId === olistId);
  if (found === undefined) throw new Error(`no record ${olistId}`);
  return found;
};
const withLine = (file: string, line: string): Record<string, string> => ({
  [file]: `${MADE_UP[file] ?? ''}${line}\n`,
});

describe('the files of Olist', () => {
  it('give one record an order, whether its id is quoted or bare', async () => {
    const { records, rejected, orphanRows } = await read();
    expect(records).toHaveLength(19);
    expect(records[0]).toMatchObject({
      olistId: 'created',
      status: 'created',
      buyer: { copyId: 'c01', zipPrefix: '01000' },
    });
    expect({ rejected, orphanRows }).toEqual({ rejected: [], orphanRows: 0 });
  });

  it('fold pieces of one product and seller into a line, and only those', async () => {
    expect((await record('delivered')).lines).toEqual([
      { productId: 'tea', sellerId: 'ana', pieces: 2, price: 8500, freight: 2580, shipBy: '2018-06-16T15:00:00.000Z' },
      { productId: 'cup', sellerId: 'bo', pieces: 1, price: 85, freight: 739, shipBy: '2018-06-14T15:00:00.000Z' },
      { productId: 'tea', sellerId: 'bo', pieces: 1, price: 8499, freight: 739, shipBy: '2018-06-14T15:00:00.000Z' },
    ]);
  });

  it('are counted in cents, without a float in between', async () => {
    const order = await record('delivered');
    expect([goodsOf(order), freightOf(order), totalOf(order), paidOf(order)]).toEqual([25_584, 4_058, 29_642, 29_642]);
    expect(shipByOf(order)).toBe('2018-06-14T15:00:00.000Z');
  });

  it('keep payments by their sequence, which is not the order of the rows', async () => {
    expect((await record('delivered')).payments.map(({ sequence, value }) => `${sequence}: ${value}`)).toEqual([
      '1: 27642',
      '2: 0',
      '5: 2000',
    ]);
  });

  it('say nothing where a field is empty, and name the columns that fell into a repeated hour', async () => {
    expect(await record('created')).toMatchObject({ approvedAt: null, lines: [], oddClock: [] });
    expect((await record('delivered-backwards')).oddClock).toEqual(['order_purchase_timestamp']);
  });

  it('make an order without goods worth what was paid for it', async () => {
    expect(totalOf(await record('unavailable-no-items'))).toBe(12_600);
  });

  it('name products after their category, in English where it is known', async () => {
    expect((await read()).products).toEqual([
      { productId: 'cup', name: 'Product cup' },
      { productId: 'pot', name: 'pc gamer pot' },
      { productId: 'tea', name: 'teas and herbs tea' },
    ]);
  });

  it.each([
    ['olist_orders_dataset.csv', 'created,c01,created,2018-01-10 10:00:00,,,,', 'the orders file has this id twice'],
    ['olist_orders_dataset.csv', 'x,nobody,created,2018-01-10 10:00:00,,,,', 'customer nobody is not in the files'],
    ['olist_orders_dataset.csv', 'x,c01,lost,2018-01-10 10:00:00,,,,', 'order_status "lost" is unknown'],
    ['olist_orders_dataset.csv', 'x,c01,created,10/01/2018,,,,', 'order_purchase_timestamp "10/01/2018" is no time'],
    ['olist_order_items_dataset.csv', 'created,1,tea,ana,2018-01-10 10:00:00,1.234,0.00', 'price "1.234" is no amount'],
    ['olist_order_items_dataset.csv', 'created,1,tea,ana,2018-01-10 10:00:00,-1.00,0.00', 'price "-1.00" is no amount'],
    ['olist_order_payments_dataset.csv', 'created,x,boleto,1,1.00', 'payment_sequential "x" is no whole number'],
  ])('are not trusted: in %s the row %s is told as: %s', async (file, line, reason) => {
    expect((await read(withLine(file, line))).rejected.map((rejection) => rejection.reason)).toEqual([reason]);
  });

  it('count rows that belong to no order', async () => {
    expect((await read(withLine('olist_order_payments_dataset.csv', 'nowhere,1,boleto,1,1.00'))).orphanRows).toBe(1);
  });

  it('may be gzipped', async () => {
    const directory = files();
    const plain = join(directory, 'olist_orders_dataset.csv');
    writeFileSync(`${plain}.gz`, gzipSync(readFileSync(plain)));
    rmSync(plain);
    expect((await readOlistFiles(directory)).records).toHaveLength(19);
  });

  it('are missed by name, and by column', async () => {
    await expect(readOlistFiles('/nowhere')).rejects.toThrow('olist_orders_dataset.csv is not in /nowhere');
    await expect(read({ 'olist_customers_dataset.csv': 'customer_id,city\nc01,x\n' })).rejects.toThrow(
      'olist_customers_dataset.csv has no column customer_unique_id',
    );
    await expect(read({ 'olist_customers_dataset.csv': 'a,b\n"x,y\n' })).rejects.toThrow(
      /^olist_customers_dataset.csv cannot be read: /,
    );
  });
});
