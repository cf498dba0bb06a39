import { createTransport } from 'nodemailer';

/** Sends one letter of plain text. */
export type Mailer = (letter: { to: string; subject: string; text: string }) => Promise<void>;

/** A mailer over SMTP, e.g. `smtps://user:password@mail.example`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url);
  return async (letter) => {
    await transport.sendMail({ from, ...letter });
  };
}
