import type { Mailer, MailOutcome, OutgoingMail } from '@docket/core/ports';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { SmtpServer } from '../../settings.js';

/** Connections kept open to the mail server; as many mails are under way at once. */
const CONNECTIONS = 4;
/** Sum below the lease of a task (120 s), so that no other worker sends the same mail meanwhile. */
const WAITS_FOR_CONNECTION = 30_000;
const CONNECTS_WITHIN = 10_000;
const SILENT_FOR = 20_000;

/**
 * Mails by SMTP. It logs nothing, and of what the server says it keeps the codes alone: servers like to repeat the address.
 */
export function createSmtpMailer({ server, from }: { readonly server: SmtpServer; readonly from: string }): Mailer {
  const transport = nodemailer.createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'off',
    ...(server.login === undefined ? {} : { auth: { user: server.login.user, pass: server.login.password } }),
    maxConnections: CONNECTIONS,
    connectionTimeout: CONNECTS_WITHIN,
    greetingTimeout: CONNECTS_WITHIN,
    dnsTimeout: CONNECTS_WITHIN,
    socketTimeout: SILENT_FOR,
    logger: false,
    // A mail is text that we wrote: it reads no file and fetches no address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const places = createPlaces(CONNECTIONS);

  return {
    async send(mail) {
      // The pool of the library would keep a mail in memory as long as it takes: it might be sent after its task was given on.
      const leave = await places.enter(WAITS_FOR_CONNECTION);
      if (leave === null) return { delivered: false, final: false, reason: 'the mail server is too slow' };
      try {
        await transport.sendMail(messageOf(mail, from));
        return { delivered: true };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      } finally {
        leave();
      }
    },
    close() {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** The address is given as an object: as text, a comma or a bracket in it would be read as more than one. */
function messageOf({ messageId, to, subject, text, html, headers }: OutgoingMail, from: string): SendMailOptions {
  return {
    from,
    to: { name: '', address: to },
    messageId,
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    ...(headers === undefined ? {} : { headers: { ...headers } }),
  };
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** Errors about this one mail, as the library names them; all others are about the server or our settings for it. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** A 5xx about the mail itself is final (RFC 5321 §4.2.1). A refused login is not: a person can mend the settings. */
function outcomeOf({ code = 'unknown', responseCode, response, command }: SmtpError): MailOutcome {
  const final = ABOUT_THE_MAIL.has(code) && responseCode !== undefined && responseCode >= 500;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const said = [responseCode, enhanced].filter((part) => part !== undefined).join(' ');
  const at = command === undefined || !/^[A-Z ]{2,20}$/.test(command) ? '' : ` at ${command}`;
  return { delivered: false, final, reason: `mail server: ${code}${at}${said === '' ? '' : `: ${said}`}` };
}

/** So many at once; the others wait in turn, each no longer than it wants to. */
function createPlaces(count: number): { enter(millis: number): Promise<(() => void) | null> } {
  let free = count;
  const waiting = new Set<() => void>();
  const leave = (): void => {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else next();
  };
  return {
    enter(millis) {
      if (free > 0) {
        free -= 1;
        return Promise.resolve(leave);
      }
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(called);
          resolve(null);
        }, millis);
        const called = (): void => {
          clearTimeout(timer);
          waiting.delete(called);
          resolve(leave);
        };
        waiting.add(called);
      });
    },
  };
}
