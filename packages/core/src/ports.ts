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

/** A POST to an address that an account gave, sent once and followed nowhere. */
export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For everything: finding the address, connecting, the whole answer. */
  readonly millis: number;
}

/** The same for what is asked of an address by more than a POST, such as the service of a payment provider. */
export interface OutgoingCall extends OutgoingPost {
  readonly method: 'GET' | 'POST';
  /** An answer that is longer is cut here. */
  readonly answerBytes: number;
}

/** `reason`: `url_invalid`, `address_private`, `address_unknown`, `timeout`, `tls_failed`, `connection_failed`. */
export type PostOutcome =
  | {
      readonly answered: true;
      readonly status: number;
      /** The beginning of what was answered; the rest is not read. */
      readonly text: string;
    }
  | { readonly answered: false; readonly reason: string };

/** Calls what accounts name, and never what lies inside our own network, unless a setting opens it. */
export interface Poster {
  post(post: OutgoingPost): Promise<PostOutcome>;
  /** Whether an address could be called at all, by its form alone: a reason as above, or null. */
  refuses(url: string): string | null;
}

/** The same for calls of every kind. */
export interface OutgoingCaller {
  call(call: OutgoingCall): Promise<PostOutcome>;
  refuses(url: string): string | null;
}
