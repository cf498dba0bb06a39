import { createTransport } from 'nodemailer';

/** Sends one letter of plain text. */
export type Mailer = (letter: {
  to: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
}) => Promise<void>;

/** Whoever invites somebody waits for the answer; a server that is away must not take minutes. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** A mailer over SMTP, e.g. `smtps://user:password@mail.example`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, ...patience });
  return async (letter) => {
    await transport.sendMail({ from, ...letter });
  };
}
