import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutDirectory, readSettings, renderSettingsPage } from './settings.js';
import { StartError } from './start-error.js';

const external = { DATABASE_URL: 'postgres://shop@db.example/docket', DOCKET_SECRET: 'a secret of some length' };

describe('settings', () => {
  it('without any variable: port 4000 on this machine, embedded, demo on, everything in one process', () => {
    expect(readSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDirectory: resolve(checkoutDirectory, 'data'),
      demo: true,
      secret: undefined,
      appKey: undefined,
      role: 'all',
      logLevel: 'info',
      rateLimit: 60_000,
      importMegabytes: 1_024,
      paymentLogDays: 400,
      trustedProxies: [],
      publicUrl: 'http://127.0.0.1:4000',
      privateCalls: false,
      mail: undefined,
      traces: undefined,
      oidc: undefined,
    });
  });

  it('the demo is off with a database of one’s own, unless asked for', () => {
    expect(readSettings(external).demo).toBe(false);
    expect(readSettings({ ...external, DOCKET_DEMO: '1' }).demo).toBe(true);
    expect(readSettings({ DOCKET_DEMO: '0' }).demo).toBe(false);
  });

  it('an empty variable counts as absent', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', DOCKET_DATA: '' }).port).toBe(4000);
  });

  it('a data directory is taken from where the command runs', () => {
    expect(readSettings({ DOCKET_DATA: 'shop' }).dataDirectory).toBe(resolve('shop'));
  });

  it.each([
    ['postgres://shop:pass%40word@db.example:6432/docket?sslmode=require'],
    ['postgresql://db.example/docket'],
    ['postgres://shop@/docket?host=/run/postgresql'],
  ])('%s is a database', (DATABASE_URL) => {
    expect(readSettings({ ...external, DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  });

  it('a collector of traces is named as OpenTelemetry has it', () => {
    const collector = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20abc, x-team=shop',
    };
    expect(readSettings(collector).traces).toEqual({
      url: 'http://127.0.0.1:4318/v1/traces',
      headers: { authorization: 'Bearer abc', 'x-team': 'shop' },
      serviceName: 'docket',
    });
    const broken = { ...collector, OTEL_EXPORTER_OTLP_HEADERS: 'secret%0Aword' };
    expect(() => readSettings(broken)).toThrow(/^OTEL_EXPORTER_OTLP_HEADERS must be headers such as [^(]*$/);
  });

  it('a key and its token go together', () => {
    expect(readSettings({ DOCKET_APP_KEY: 'k', DOCKET_APP_TOKEN: 't' }).appKey).toEqual({ key: 'k', token: 't' });
  });

  it.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'required', login: undefined }],
    ['smtp://[::1]:2525/?tls=off', { host: '::1', port: 2525, tls: 'off', login: undefined }],
    [
      'smtps://shop%40x:p%2Fw@mail.example',
      { host: 'mail.example', port: 465, tls: 'implicit', login: { user: 'shop@x', password: 'p/w' } },
    ],
  ])('%s is a mail server', (DOCKET_SMTP_URL, server) => {
    const from = 'Tea & Co <orders@shop.example>';
    expect(readSettings({ DOCKET_SMTP_URL, DOCKET_MAIL_FROM: from }).mail).toEqual({ server, from });
  });

  it('proxies are named by address or network', () => {
    const { trustedProxies } = readSettings({ DOCKET_TRUSTED_PROXIES: '10.0.0.0/8, ::1' });
    expect(trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });

  it('links in mails begin with the public address, whose slash at the end does not count', () => {
    expect(readSettings({ DOCKET_PUBLIC_URL: 'https://shop.example/oms/' }).publicUrl).toBe('https://shop.example/oms');
  });

  it.each([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '80.5' }],
    ['PORT', { PORT: '4000 ' }],
    ['HOST', { HOST: 'http://shop' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db/docket', DOCKET_SECRET: external.DOCKET_SECRET }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://db:port/docket', DOCKET_SECRET: external.DOCKET_SECRET }],
    ['DOCKET_SECRET', { DATABASE_URL: external.DATABASE_URL }],
    ['DOCKET_SECRET', { DOCKET_SECRET: 'short' }],
    ['DOCKET_DEMO', { DOCKET_DEMO: 'yes' }],
    ['DOCKET_ROLE', { DOCKET_ROLE: 'web' }],
    ['DOCKET_DATA', { DOCKET_DATA: 'a\0b' }],
    ['DOCKET_TRUSTED_PROXIES', { DOCKET_TRUSTED_PROXIES: 'proxy.example' }],
    ['DOCKET_TRUSTED_PROXIES', { DOCKET_TRUSTED_PROXIES: '10.0.0.0/33' }],
    ['DOCKET_TRUSTED_PROXIES', { DOCKET_TRUSTED_PROXIES: '10.0.0.1,' }],
    ['DOCKET_PUBLIC_URL', { DOCKET_PUBLIC_URL: 'shop.example' }],
    ['DOCKET_PUBLIC_URL', { DOCKET_PUBLIC_URL: 'https://shop.example/?x=1' }],
    ['DOCKET_SMTP_URL', { DOCKET_SMTP_URL: 'mail.example:587', DOCKET_MAIL_FROM: 'a@example.com' }],
    ['DOCKET_SMTP_URL', { DOCKET_SMTP_URL: 'smtp://mail.example?tls=maybe', DOCKET_MAIL_FROM: 'a@example.com' }],
    ['DOCKET_SMTP_URL', { DOCKET_SMTP_URL: 'smtps://mail.example?tls=off', DOCKET_MAIL_FROM: 'a@example.com' }],
    ['DOCKET_SMTP_URL', { DOCKET_SMTP_URL: 'smtp://mail.example?debug=1', DOCKET_MAIL_FROM: 'a@example.com' }],
    ['DOCKET_SMTP_URL', { DOCKET_SMTP_URL: 'smtp://a:%zz@mail.example', DOCKET_MAIL_FROM: 'a@example.com' }],
    ['DOCKET_MAIL_FROM', { DOCKET_SMTP_URL: 'smtp://mail.example' }],
    ['DOCKET_MAIL_FROM', { DOCKET_MAIL_FROM: 'Shop <orders>' }],
    ['DOCKET_MAIL_FROM', { DOCKET_MAIL_FROM: 'a@example.com\r\nBcc: b@example.com' }],
    ['DOCKET_APP_KEY', { DOCKET_APP_TOKEN: 't' }],
    ['DOCKET_APP_TOKEN', { DOCKET_APP_KEY: 'k' }],
  ])('a wrong %s is refused in one line that names it: %j', (name, environment) => {
    const attempt = (): unknown => readSettings(environment);
    expect(attempt).toThrow(StartError);
    expect(attempt).toThrow(name);
    expect(attempt).not.toThrow('\n');
  });

  it('a refused value is echoed, except where it may hold a password', () => {
    expect(() => readSettings({ PORT: 'http' })).toThrow('"http"');
    expect(() => readSettings({ ...external, DATABASE_URL: 'mysql://u:hunter2@db' })).not.toThrow('hunter2');
    expect(() => readSettings({ DOCKET_SECRET: 'hunter2' })).not.toThrow('hunter2');
    const token = { DOCKET_APP_KEY: 'k', DOCKET_APP_TOKEN: 'hunter2 with a blank' };
    expect(() => readSettings(token)).toThrow('DOCKET_APP_TOKEN');
    expect(() => readSettings(token)).not.toThrow('hunter2');
  });

  it('every setting is on the generated page', () => {
    const page = renderSettingsPage();
    for (const name of ['PORT', 'HOST', 'DATABASE_URL', 'DOCKET_DATA', 'DOCKET_DEMO', 'DOCKET_SECRET', 'DOCKET_ROLE']) {
      expect(page).toContain(`| \`${name}\` |`);
    }
  });
});
