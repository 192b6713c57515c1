/** What the outside must offer. Adapters stand in the shell; nothing of core calls one. */

/** A mail as it leaves the house. */
export interface OutgoingMail {
  /** With its angle brackets. The same for every try, so that a mail which comes twice can be recognised. */
  readonly messageId: string;
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * `final`: no further try can help. `reason` holds codes and words of our own, never an address and nothing of what the
 * other server wrote.
 */
export type MailOutcome =
  { readonly delivered: true } | { readonly delivered: false; readonly final: boolean; readonly reason: string };

/** Hands mails over to a mail server. */
export interface Mailer {
  /**
   * Hands one mail over, once. Where the connection breaks at the wrong moment the mail was delivered and the outcome says
   * it was not: whoever tries again may deliver it twice.
   */
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** Ends idle connections. */
  close(): Promise<void>;
}
