// The orders of a kept dump (upgrade-dump.mjs), led over HTTP into many states. Later versions must go on with each of
// them, so this list only grows; a route that a version does not have yet is not asked here.

/** Leads the orders; answers their ids, with `told` to read what the API says about one. */
export async function driveOrders(base, basic) {
  async function ask(method, path, body) {
    const response = await fetch(base + path, {
      method,
      headers: {
        authorization: `Basic ${basic}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer}`);
    return JSON.parse(answer);
  }
  const post = (path, body = {}) => ask('POST', path, body);

  const names = {
    'TEA-100': ['Assam, 100 g', 5_900_000],
    'POT-1': ['Pot, brown', 11_100_000],
    WRAP: ['Gift wrap', 1_500_000],
  };
  await post('/products', {
    items: Object.entries(names).map(([sku, [name, priceMicros]]) => ({
      sku,
      name,
      priceMicros,
      currency: 'EUR',
      counted: sku !== 'WRAP',
    })),
  });
  await post('/stock', {
    items: [
      { sku: 'TEA-100', onHand: 100 },
      { sku: 'TEA-100', place: 'shop', onHand: 5 },
      { sku: 'POT-1', onHand: 20 },
    ],
  });
  await post('/shipping-methods', {
    items: [{ code: 'standard', name: 'Standard parcel', price: 490, currency: 'EUR' }],
  });
  await post('/customers', {
    items: [
      { customerId: 'C-STAYS', email: 'mia@example.test', firstName: 'Mia', lastName: 'Hofer', locale: 'de-AT' },
      {
        customerId: 'C-GONE',
        email: 'gone@example.test',
        firstName: 'Vanished',
        lastName: 'Person',
        phone: '+43 1 555',
      },
    ],
  });

  const ids = [];
  /** Two teas, a pot and a wrap, sent: 29.30 EUR. */
  const place = async (changes = {}) => {
    const { orderId } = await post('/orders', {
      currency: 'EUR',
      customerId: 'C-STAYS',
      buyer: { email: 'mia@example.test', firstName: 'Mia', lastName: 'Hofer' },
      lines: [
        { sku: 'TEA-100', quantity: 2 },
        { sku: 'POT-1', quantity: 1 },
        { sku: 'WRAP', quantity: 1 },
      ],
      deliveries: [
        {
          type: 'delivery',
          method: 'standard',
          address: { street: 'Hauptplatz', number: '1', city: 'Graz', country: 'AT' },
        },
      ],
      payments: [{ method: 'card', amount: 2930 }],
      cancellationWindow: 0,
      total: 2930,
      ...changes,
    });
    ids.push(orderId);
    return orderId;
  };
  const paid = async (changes) => {
    const id = await place(changes);
    await post(`/orders/${id}/payments/1/approve`);
    return id;
  };
  const handled = async (changes) => {
    const id = await paid(changes);
    await post(`/orders/${id}/start-handling`);
    return id;
  };

  await place({ incomplete: true, payments: [] });
  const pending = await place({
    externalIds: { shop: 'S-1', market: 'M-1' },
    custom: { gift: true },
    attachments: { vtex: { a: [1] } },
  });
  await post(`/orders/${pending}/notes`, { text: 'Ring twice' });
  await post(`/orders/${pending}/tags`, { add: ['gift', 'vip'] });
  await ask('PUT', `/orders/${pending}/assignee`, { assignee: 'desk-2' });
  await post(`/orders/${pending}/log`, { source: 'erp', message: 'seen' });
  await paid({ cancellationWindow: 31_536_000 });
  await paid({
    lines: [{ sku: 'TEA-100', quantity: 1, place: 'shop' }],
    payments: [{ method: 'pix', amount: 1080 }],
    total: 1080,
  });
  await handled();

  const part = await handled();
  await post(`/orders/${part}/invoices`, { number: 'A-1', value: 590, items: [{ sku: 'TEA-100', quantity: 1 }] });

  const sent = await handled();
  await post(`/orders/${sent}/invoices`, {
    number: 'A-2',
    value: 2930,
    package: { carrier: 'Post', trackingNumber: 'RR1AT' },
  });
  await post(`/orders/${sent}/packages/1/tracking`, {
    events: [{ at: '2026-06-01T09:00:00Z', city: 'Graz', description: 'Out' }],
  });

  const returned = await handled();
  await post(`/orders/${returned}/invoices`, { number: 'A-3', value: 2930, package: {} });
  await post(`/orders/${returned}/packages/1/tracking`, { delivered: true });
  await post(`/orders/${returned}/return-invoices`, {
    number: 'R-1',
    value: 590,
    items: [{ sku: 'TEA-100', quantity: 1 }],
    restock: true,
  });

  const cancelled = await paid({ cancellationWindow: 3600 });
  await post(`/orders/${cancelled}/cancellation/request`, { byBuyer: true, reason: 'found it cheaper' });
  const asked = await handled();
  await post(`/orders/${asked}/cancellation/request`, { byBuyer: true, reason: 'too late' });
  const denied = await place();
  await post(`/orders/${denied}/payments/1/deny`, { message: 'no funds' });

  const deleted = await place();
  await ask('DELETE', `/orders/${deleted}`, {});

  const simple = await handled({ workflow: 'simple' });
  await post(`/orders/${simple}/packages`, { carrier: 'Post' });
  await post(`/orders/${simple}/refund`, { amount: 100, reason: 'late' });
  const free = await place({ workflow: 'free', payments: [] });
  await post(`/orders/${free}/status`, { status: 'Processing' });

  const pens = { lines: [{ sku: 'POT-1', quantity: 2 }], deliveries: [{ type: 'pickup', price: 0 }], total: 2220 };
  const market = await place({ ...pens, workflow: 'marketplace', payments: [{ method: 'card', amount: 2220 }] });
  const seller = await place({ ...pens, workflow: 'fulfillment', fulfils: market, payments: [] });
  await post(`/orders/${market}/payments/1/approve`);
  await post(`/orders/${seller}/start-handling`);

  const gone = {
    customerId: 'C-GONE',
    buyer: { email: 'gone@example.test', firstName: 'Vanished', lastName: 'Person' },
  };
  await place(gone);
  const goneAndSent = await handled(gone);
  await post(`/orders/${goneAndSent}/invoices`, { number: 'A-4', value: 2930, package: { carrier: 'Post' } });

  return Object.assign(ids, {
    told: async (orderId) => {
      const { version, status, statuses, totals, amountDue, ledger, deletedAt, forgotten } = await ask(
        'GET',
        `/orders/${orderId}`,
      );
      const { events } = await ask('GET', `/orders/${orderId}/events?limit=100`);
      const { hash } = events.at(-1);
      return { orderId, version, hash, status, statuses, totals, amountDue, ledger, deletedAt, forgotten };
    },
  });
}
