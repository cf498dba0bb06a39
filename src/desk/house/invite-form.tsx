import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../api/shapes/session.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { SheetForm } from '../parts/sheet-form.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useWords } from '../words/use-words.ts';

/** Invites somebody by mail, or by a link to hand on where no mail server is set up. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const [role, setRole] = useState<Role>('reporter');
  const [link, setLink] = useState<string | null>(null);
  const form = useForm(async ({ name, email = '' }) => {
    const made = await request<{ link: string; mailed: boolean }>('POST', '/invitations', {
      name,
      email,
      role,
    });
    await queryClient.invalidateQueries({ queryKey: ['invitations'] });
    if (made.mailed) {
      say(words.users.mailed(email));
      onClose();
    } else setLink(made.link);
  });
  if (link !== null)
    return (
      <Modal
        opened
        onClose={onClose}
        title={words.users.invite}
        closeButtonProps={{ 'aria-label': words.common.close }}
      >
        <p>{words.users.handOn}</p>
        <CopyLink label={words.users.link} value={link} />
      </Modal>
    );
  return (
    <SheetForm
      title={words.users.invite}
      help={words.users.inviteHelp}
      form={form}
      submit={words.users.sendInvitation}
      onClose={onClose}
    >
      <TextInput
        name="name"
        label={words.common.name}
        required
        withAsterisk={false}
        data-autofocus
        error={form.fieldProblem('name')}
      />
      <TextInput
        name="email"
        type="email"
        dir="ltr"
        label={words.common.email}
        required
        withAsterisk={false}
        error={form.fieldProblem('email')}
      />
      <NativeSelect
        label={words.users.role}
        description={words.users.roleHelp[role]}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
        data={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
      />
    </SheetForm>
  );
}
