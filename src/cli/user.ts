import { randomBytes } from 'node:crypto';
import { makeResetLink } from '../newsroom/users/links.ts';
import { changeUser } from '../newsroom/users/manage.ts';
import { systemActor } from '../newsroom/users/roles.ts';
import { addUser } from '../newsroom/users/users.ts';
import { readInput } from './input.ts';
import { print } from './output.ts';
import { Refused } from './refused.ts';
import { withNewsroom } from './with-newsroom.ts';

/** `matbaa user add`: somebody who may sign in. Without a given password one is made and shown once. */
export async function userAddCommand(options: {
  email: string;
  name: string;
  role: string;
  passwordStdin?: boolean;
  json?: boolean;
}): Promise<void> {
  const given =
    options.passwordStdin === true ? (await readInput('-')).replace(/\r?\n$/, '') : null;
  const password = given ?? randomBytes(12).toString('base64url');
  const user = await withNewsroom((newsroom) =>
    addUser(newsroom, systemActor, {
      email: options.email,
      name: options.name,
      // The use case refuses roles that do not exist and names those that do.
      role: options.role as never,
      password,
    }),
  );
  print(given === null ? { ...user, password } : user, {
    json: options.json ?? false,
    lines: [
      `Added ${user.name} <${user.email}> as ${user.role}.`,
      ...(given === null ? [`Password, shown only now: ${password}`] : []),
    ],
  });
}

/** `matbaa user reset`: a link with which somebody who cannot get in chooses a new password. */
export async function userResetCommand(options: {
  email: string;
  secondFactor?: boolean;
  json?: boolean;
}): Promise<void> {
  const email = options.email.trim().toLowerCase();
  const link = await withNewsroom(async (newsroom, { siteUrl }) => {
    const made = await makeResetLink(newsroom, systemActor, { email });
    if (made === null) throw new Refused(`There is nobody with the address ${email}.`);
    if (options.secondFactor === true)
      await changeUser(newsroom, systemActor, made.userId, { twoFactor: false });
    return `${siteUrl}/desk/reset?token=${encodeURIComponent(made.token)}`;
  });
  const lines = ['A new password is chosen by this link (once, within an hour):', `  ${link}`];
  if (options.secondFactor === true) lines.push('The second factor is off.');
  print({ link }, { json: options.json ?? false, lines });
}
