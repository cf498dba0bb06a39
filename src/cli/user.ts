import { randomBytes } from 'node:crypto';
import { systemActor } from '../newsroom/users/roles.ts';
import { addUser } from '../newsroom/users/users.ts';
import { readInput } from './input.ts';
import { print } from './output.ts';
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
