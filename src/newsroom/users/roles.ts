import { forbidden } from '../errors.ts';

export const roles = ['reporter', 'copyeditor', 'editor', 'moderator', 'chief', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who asks: a signed-in user, or the program on its owner's behalf. */
export interface Actor {
  /** Null for the program itself. */
  userId: string | null;
  name: string;
  role: Role;
}

/** The server's owner at its shell, and the server's own scheduled work. */
export const systemActor: Actor = { userId: null, name: 'مطبعة', role: 'chief' };

/** What may be done outside a story's own actions, and by whom. Everything else is denied. */
const capabilities = {
  'story.create': ['reporter', 'copyeditor', 'editor', 'chief'],
  'story.edit.own': ['reporter', 'copyeditor', 'editor', 'chief'],
  'story.edit.any': ['copyeditor', 'editor', 'chief'],
  'media.add': ['reporter', 'copyeditor', 'editor', 'chief'],
  'style.edit': ['copyeditor', 'chief'],
  'style.waive': ['copyeditor', 'editor', 'chief'],
  'taxonomy.edit': ['editor', 'chief', 'admin'],
  'comment.moderate': ['moderator', 'editor', 'chief', 'admin'],
  /** To see all that is kept of one reader, hand it out and erase it. */
  'reader.data': ['chief', 'admin'],
  'page.edit': ['chief', 'admin'],
  'settings.edit': ['chief', 'admin'],
  'user.edit': ['chief', 'admin'],
  'integration.edit': ['chief', 'admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Capability = keyof typeof capabilities;

/** Everything that a role may do outside a story's own actions. */
export const capabilitiesOf = (actor: Actor): Capability[] =>
  (Object.keys(capabilities) as Capability[]).filter((capability) => may(actor, capability));

export function may(actor: Actor, capability: Capability): boolean {
  const allowed: readonly Role[] = capabilities[capability];
  return allowed.includes(actor.role);
}

/** @throws Refusal (403) unless the actor's role has the capability. */
export function authorise(actor: Actor, capability: Capability): void {
  if (!may(actor, capability)) throw forbidden(`The role "${actor.role}" lacks "${capability}".`);
}
